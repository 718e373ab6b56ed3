package dev.memoized.impl.backend;

import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.tck.store.StoreContract;

class LoggedStoreContractTest extends StoreContract<Object> {
    private final LocalBackend backend = new LocalBackend(time());

    @Override
    protected CacheBackend backend() {
        return backend;
    }

    @Override
    protected Store<Object> open(CacheBackend opener, Namespace namespace) {
        return new LoggedStore<>(backend.open(namespace), namespace, new Log());
    }

    @Override
    protected Object value(int number) {
        return "value-" + number;
    }

    @Override
    protected Object wholeNumber(long number) {
        return number;
    }
}
