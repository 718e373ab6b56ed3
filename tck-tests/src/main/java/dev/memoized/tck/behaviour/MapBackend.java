package dev.memoized.tck.behaviour;

import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A backend of maps, no more than the suite needs, that tells what it keeps. */
public class MapBackend implements ObjectBackend {
    private final ConcurrentMap<String, MapStore> stores = new ConcurrentHashMap<>();

    @Override
    public Store<Object> open(Namespace namespace) {
        return stores.computeIfAbsent(namespace.name() + "/" + namespace.schema(), name -> new MapStore());
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.BY_REFERENCE);
    }

    /**
     * What was opened.
     *
     * @return names and schemas, separated by a slash
     */
    public Set<String> opened() {
        return Set.copyOf(stores.keySet());
    }

    /**
     * How many entries it holds.
     *
     * @return in all namespaces
     */
    public long entries() {
        return stores.values().stream()
                .mapToLong(store -> store.stats().entries())
                .sum();
    }
}
