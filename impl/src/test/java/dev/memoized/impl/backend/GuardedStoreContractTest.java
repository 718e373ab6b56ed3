package dev.memoized.impl.backend;

import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.tck.store.StoreContract;
import org.junit.jupiter.api.AfterEach;

class GuardedStoreContractTest extends StoreContract<Object> {
    private final LocalBackend backend = new LocalBackend(time());
    private final Guard guard = new Guard("local", Guard.TIME_OUT, time(), new Log());

    @Override
    protected CacheBackend backend() {
        return backend;
    }

    @Override
    protected Store<Object> open(CacheBackend opener, Namespace namespace) {
        return new GuardedStore<>(backend.open(namespace), namespace.name(), guard);
    }

    @Override
    protected Object value(int number) {
        return "value-" + number;
    }

    @Override
    protected Object wholeNumber(long number) {
        return number;
    }

    @AfterEach
    void closeGuard() {
        guard.close();
    }
}
