package dev.memoized.infinispan;

import dev.memoized.cells.CellBackend;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.util.Set;
import org.infinispan.Cache;
import org.infinispan.manager.EmbeddedCacheManager;

/**
 * Entries, leases and marks in caches of Infinispan. All that lies under one key is one value, which is changed by
 * compare-and-set on standard operations, keys are {@code String}, values {@code byte[]} and {@code String}, and no class of
 * this library travels. Thread-safe.
 *
 * <p>Usually {@link InfinispanProvider} makes one, as configuration says. To use caches of the application's or of the
 * server's, make one a bean:
 *
 * <pre>{@code
 * @Resource(lookup = "java:jboss/infinispan/cache/memoized/entries")
 * Cache<String, byte[]> entries;
 *
 * @Produces @ApplicationScoped @Backend("cluster")
 * CacheBackend cluster() {
 *     return InfinispanBackend.on(entries).build();
 * }
 *
 * void close(@Disposes @Backend("cluster") CacheBackend cluster) {
 *     cluster.close();
 * }
 * }</pre>
 */
public final class InfinispanBackend implements ByteBackend {
    private final CellBackend cells;

    /** Does not start anything yet. */
    InfinispanBackend(InCaches.Source source, TimeSource time, Set<Capability> capabilities) {
        this.cells = new CellBackend(source.names(), source, time, capabilities);
    }

    /**
     * Begins a backend in a cache, which is not stopped with it.
     *
     * @param entries local, or replicated and synchronous; or distributed and synchronous, then with another cache
     *     {@linkplain Builder#marks for marks}
     * @return to be built
     */
    public static Builder on(Cache<String, byte[]> entries) {
        return new Builder(entries);
    }

    /**
     * Begins a backend in a container, which is not stopped with it: two caches are defined there, {@code memoized-entries}
     * with room for 100,000, and {@code memoized-marks}, unless there are such, both replicated where the container is
     * clustered.
     *
     * @param manager running, or about to be started by the first who asks
     * @return to be built
     */
    public static Builder on(EmbeddedCacheManager manager) {
        return new Builder(manager);
    }

    /** Of the cluster that it is in; starts what is to be started. */
    long era() {
        return cells.era();
    }

    @Override
    public Store<byte[]> open(Namespace namespace) {
        return cells.open(namespace);
    }

    @Override
    public Set<Capability> capabilities() {
        return cells.capabilities();
    }

    /** Ends listening; caches that were given stay, members of its own leave. */
    @Override
    public void close() {
        cells.close();
    }
}
