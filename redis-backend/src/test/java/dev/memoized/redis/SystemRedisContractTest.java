package dev.memoized.redis;

import org.junit.jupiter.api.extension.RegisterExtension;

class SystemRedisContractTest extends RedisContract {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.ofTheSystem();

    @Override
    RedisServer server() {
        return SERVER;
    }
}
