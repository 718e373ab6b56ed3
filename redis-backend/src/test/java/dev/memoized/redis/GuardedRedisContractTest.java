package dev.memoized.redis;

import dev.memoized.impl.backend.Guard;
import dev.memoized.impl.backend.GuardedStore;
import dev.memoized.impl.backend.HoldingStore;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * As the engine uses it: guarded, and with leases that would be renewed from here if they were longer. Those of the contract
 * are not: a renewal under way lets a lease end later by as long as it takes, which the contract does not forgive.
 */
class GuardedRedisContractTest extends RedisContract {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.chosen();

    /** Many tests at once on a slow machine are no failure of the server. */
    private final Guard guard = new Guard("redis", Duration.ofMinutes(1), time(), new Log());

    @Override
    ByteBackend backend(TimeSource time, String prefix) {
        return SERVER.backend(time, prefix);
    }

    @Override
    protected void lose(Mark mark) {
        SERVER.client().del(names().mark(mark));
    }

    @Override
    protected Store<byte[]> open(CacheBackend opener, Namespace namespace) {
        Store<byte[]> guarded = new GuardedStore<>(super.open(opener, namespace), namespace.name(), guard);
        return new HoldingStore<>(guarded, unit().multipliedBy(30), time());
    }

    @AfterEach
    void closeGuard() {
        guard.close();
    }
}
