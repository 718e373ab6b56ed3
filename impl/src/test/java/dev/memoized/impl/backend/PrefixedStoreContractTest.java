package dev.memoized.impl.backend;

import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.tck.store.StoreContract;

/** A store whose marks and tags have a prefix is one like all others. */
class PrefixedStoreContractTest extends StoreContract<Object> {
    private final LocalBackend backend = new LocalBackend(time());

    @Override
    protected CacheBackend backend() {
        return backend;
    }

    @Override
    protected Store<Object> open(CacheBackend opener, Namespace namespace) {
        String name = PrefixedStore.named("shop", namespace.name());
        Namespace named = new Namespace(name, namespace.schema(), namespace.maximumEntries(), namespace.keyForm());
        return PrefixedStore.of(backend.open(named), "shop");
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
