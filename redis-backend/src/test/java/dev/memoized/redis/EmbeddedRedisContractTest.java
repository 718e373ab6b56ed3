package dev.memoized.redis;

import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedRedisContractTest extends RedisContract {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    @Override
    RedisServer server() {
        return SERVER;
    }
}
