package dev.memoized.redis;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(300)
@Isolated("the time from the server's first answer to the first hit is bounded")
class RestartClusterTest extends RestartContract {
    @RegisterExtension
    static final RedisCluster CLUSTER = RedisCluster.ofMasters();

    RestartClusterTest() {
        super(CLUSTER);
    }
}
