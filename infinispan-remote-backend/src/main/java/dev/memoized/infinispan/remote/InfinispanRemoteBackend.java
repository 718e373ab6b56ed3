package dev.memoized.infinispan.remote;

import dev.memoized.cells.CellBackend;
import dev.memoized.cells.Names;
import dev.memoized.cells.Source;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.util.Set;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.RemoteCacheManager;

/**
 * Entries, leases and marks in one cache of Infinispan servers, by Hot Rod. All that lies under one key is one value, which is
 * changed by comparing versions, on standard operations; keys are {@code String}, values {@code byte[]}. Thread-safe.
 *
 * <p>Usually {@link InfinispanRemoteProvider} makes one, as configuration says. To use a client of the application's, make one
 * a bean:
 *
 * <pre>{@code
 * @Produces @ApplicationScoped @Backend("grid")
 * CacheBackend grid(RemoteCacheManager manager) {
 *     return InfinispanRemoteBackend.on(manager, "memoized").build();
 * }
 *
 * void close(@Disposes @Backend("grid") CacheBackend grid) {
 *     grid.close();
 * }
 * }</pre>
 */
public final class InfinispanRemoteBackend implements ByteBackend {
    private final CellBackend cells;

    /** Does not start anything yet. */
    InfinispanRemoteBackend(Names names, Source source, TimeSource time) {
        this.cells = new CellBackend(names, source, time, Set.of(Capability.SHARED));
    }

    /**
     * Begins a backend in a cache, which is not stopped with it.
     *
     * @param cache without a near cache. Its client should not retry ({@code max_retries=0}): a change whose answer was lost
     *     is made once more else, and a number counted twice
     * @return to be built
     */
    public static Builder on(RemoteCache<String, byte[]> cache) {
        return new Builder(() -> cache);
    }

    /**
     * Begins a backend in a cache of a client, which is not stopped with it.
     *
     * @param manager should not retry: see {@link #on(RemoteCache)}
     * @param cache the name of one that the servers have; asked for when the backend is used for the first time
     * @return to be built
     */
    public static Builder on(RemoteCacheManager manager, String cache) {
        return new Builder(() -> Check.found(manager, cache));
    }

    /** Connects now; the first use does so else. */
    void begin() {
        cells.era();
    }

    @Override
    public Store<byte[]> open(Namespace namespace) {
        return cells.open(namespace);
    }

    @Override
    public Set<Capability> capabilities() {
        return cells.capabilities();
    }

    /** Ends listening; a client that was given stays, one of its own is stopped. */
    @Override
    public void close() {
        cells.close();
    }
}
