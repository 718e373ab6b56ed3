package dev.memoized.infinispan.remote;

import dev.memoized.cells.Cells;
import dev.memoized.cells.Ground;
import dev.memoized.cells.Stored;
import dev.memoized.cells.Told;
import dev.memoized.spi.TimeSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.infinispan.client.hotrod.RemoteCache;

/** A remote cache as a ground. Thread-safe. */
final class AtServer implements Ground {
    private final RemoteCache<String, byte[]> cache;
    private final RemoteCells cells;
    private final RemoteTexts texts;
    private final Watch watch;

    /** On a cache that {@linkplain Check will do}. */
    AtServer(RemoteCache<String, byte[]> cache, TimeSource time) {
        this.cache = cache;
        this.cells = new RemoteCells(cache);
        this.texts = new RemoteTexts(cache);
        this.watch = new Watch(cache, time);
    }

    @Override
    public Cells cells() {
        return cells;
    }

    @Override
    public RemoteTexts texts() {
        return texts;
    }

    @Override
    public Read read(String cell, Collection<String> names) {
        Set<String> both = new HashSet<>(names);
        both.add(cell);
        Map<String, byte[]> found = cache.getAll(both);
        return new Read(Stored.of(found.get(cell)), RemoteTexts.texts(names, found));
    }

    @Override
    public void listen(Told told) {
        watch.open(told);
    }

    @Override
    public void close() {
        watch.close();
    }
}
