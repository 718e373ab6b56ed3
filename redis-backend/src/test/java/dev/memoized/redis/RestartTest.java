package dev.memoized.redis;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(300)
@Isolated("the time from the server's first answer to the first hit is bounded")
class RestartTest extends RestartContract {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    RestartTest() {
        super(SERVER);
    }
}
