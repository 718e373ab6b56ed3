package dev.memoized.impl.local;

import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.tck.store.StoreContract;

class LockingBackendContractTest extends StoreContract<Object> {
    private final LockingBackend backend = new LockingBackend(new MapBackend(), time());

    @Override
    protected CacheBackend backend() {
        return backend;
    }

    @Override
    protected Store<Object> open(CacheBackend opener, Namespace namespace) {
        return backend.open(namespace);
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
