package dev.memoized.impl.local;

import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.tck.store.StoreContract;

class LocalStoreContractTest extends StoreContract<Object> {
    private final LocalBackend backend = new LocalBackend(time(), 3);

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

    @Override
    protected void lose(Mark mark) {
        for (String other : new String[] {"x", "y", "z"}) {
            backend.invalidate(Mark.tag(other), InvalidationMode.SOFT);
        }
    }
}
