package dev.memoized.infinispan.remote;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.memoized.cells.Cells;
import dev.memoized.cells.Stored;
import org.infinispan.client.hotrod.Flag;
import org.infinispan.client.hotrod.MetadataValue;
import org.infinispan.client.hotrod.RemoteCache;

/** Cells in a remote cache, which compares their versions. No idle time of the cache's ends them. Thread-safe. */
final class RemoteCells implements Cells {
    private final RemoteCache<String, byte[]> cache;

    /** Tells what was there, which costs. */
    private final RemoteCache<String, byte[]> telling;

    RemoteCells(RemoteCache<String, byte[]> cache) {
        this.cache = cache;
        this.telling = cache.withFlags(Flag.FORCE_RETURN_VALUE);
    }

    @Override
    public Stored see(String name) {
        MetadataValue<byte[]> there = cache.getWithMetadata(name);
        return there == null ? Stored.NOTHING : Stored.of(there.getValue(), there.getVersion());
    }

    @Override
    public boolean set(String name, Stored seen, byte[] next, long life) {
        return seen.bytes() == null
                ? isAdded(name, next, life)
                : cache.replaceWithVersion(name, next, seen.version(), life, MILLISECONDS, FOR_GOOD, MILLISECONDS);
    }

    private boolean isAdded(String name, byte[] bytes, long life) {
        return telling.putIfAbsent(name, bytes, life, MILLISECONDS, FOR_GOOD, MILLISECONDS) == null;
    }

    @Override
    public Stored put(String name, byte[] next, long life) {
        return Stored.of(telling.put(name, next, life, MILLISECONDS, FOR_GOOD, MILLISECONDS));
    }

    @Override
    public Stored agree(String name, byte[] nothing, long life) {
        isAdded(name, nothing, life);
        return see(name);
    }
}
