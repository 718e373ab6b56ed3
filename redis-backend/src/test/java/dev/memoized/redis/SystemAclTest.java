package dev.memoized.redis;

import org.junit.jupiter.api.extension.RegisterExtension;

class SystemAclTest extends AclContract {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.ofTheSystem();

    @Override
    RedisServer server() {
        return SERVER;
    }
}
