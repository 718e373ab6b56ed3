package dev.memoized.infinispan;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.memoized.cells.Cells;
import dev.memoized.cells.Stored;
import org.infinispan.Cache;
import org.jspecify.annotations.Nullable;

/** Cells in a cache, which compares their bytes. Thread-safe. */
record CellsInCache(Cache<String, byte[]> cache) implements Cells {

    @Override
    public Stored see(String name) {
        return Stored.of(cache.get(name));
    }

    @Override
    public @Nullable Stored seeAtHand(String name) {
        Here<byte[]> here = Here.of(cache, name);
        return here == null ? null : Stored.of(here.value());
    }

    @Override
    public boolean set(String name, Stored seen, byte[] next, long life) {
        byte[] bytes = seen.bytes();
        return bytes == null
                ? cache.putIfAbsent(name, next, life, MILLISECONDS) == null
                : cache.replace(name, bytes, next, life, MILLISECONDS);
    }

    @Override
    public Stored put(String name, byte[] next, long life) {
        return Stored.of(cache.put(name, next, life, MILLISECONDS));
    }

    @Override
    public Stored agree(String name, byte[] nothing, long life) {
        byte[] there = cache.putIfAbsent(name, nothing, life, MILLISECONDS);
        return Stored.of(there == null ? nothing : there);
    }
}
