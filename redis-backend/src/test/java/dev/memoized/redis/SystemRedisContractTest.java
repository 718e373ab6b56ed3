package dev.memoized.redis;

import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TimeSource;
import org.junit.jupiter.api.extension.RegisterExtension;

class SystemRedisContractTest extends RedisContract {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.chosen();

    @Override
    ByteBackend backend(TimeSource time, String prefix) {
        return SERVER.backend(time, prefix);
    }

    @Override
    protected void lose(Mark mark) {
        SERVER.client().del(names().mark(mark));
    }
}
