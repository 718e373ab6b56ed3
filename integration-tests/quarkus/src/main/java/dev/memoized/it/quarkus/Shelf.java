package dev.memoized.it.quarkus;

import dev.memoized.Backend;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A backend of the application, which no bean injects. */
@Singleton
@Backend("shelf")
public class Shelf implements ObjectBackend {
    private final Set<Store<Object>> stores = ConcurrentHashMap.newKeySet();
    private final LocalBackend memory;

    Shelf(TimeSource time) {
        memory = new LocalBackend(time);
    }

    @Override
    public Store<Object> open(Namespace namespace) {
        Store<Object> store = memory.open(namespace);
        stores.add(store);
        return store;
    }

    @Override
    public Set<Capability> capabilities() {
        return memory.capabilities();
    }

    /** How many entries it holds. */
    public long entries() {
        return stores.stream().mapToLong(store -> store.stats().entries()).sum();
    }
}
