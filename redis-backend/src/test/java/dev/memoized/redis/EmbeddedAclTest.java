package dev.memoized.redis;

import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedAclTest extends AclContract {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    @Override
    RedisServer server() {
        return SERVER;
    }
}
