package dev.memoized.impl.backend;

import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.tck.store.StoreContract;

/** Nobody notices that leases are shorter behind. */
class HoldingStoreContractTest extends StoreContract<Object> {
    private final LocalBackend backend = new LocalBackend(time());

    @Override
    protected CacheBackend backend() {
        return backend;
    }

    @Override
    protected Store<Object> open(CacheBackend opener, Namespace namespace) {
        return new HoldingStore<>(backend.open(namespace), unit().multipliedBy(3), time());
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
