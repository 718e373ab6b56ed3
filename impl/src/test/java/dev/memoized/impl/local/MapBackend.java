package dev.memoized.impl.local;

import dev.memoized.spi.Namespace;
import dev.memoized.spi.PlainBackend;
import dev.memoized.spi.PlainStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A plain map for each namespace, which notices when two threads are in it at once. */
final class MapBackend implements PlainBackend {
    final AtomicInteger clashes = new AtomicInteger();
    volatile boolean broken;
    volatile boolean closed;

    @Override
    public PlainStore open(Namespace namespace) {
        return new MapStore();
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.BY_REFERENCE, Capability.SHARED);
    }

    @Override
    public void close() {
        closed = true;
    }

    private final class MapStore implements PlainStore {
        private final Map<Object, Kept> map = new HashMap<>();
        private final AtomicInteger inside = new AtomicInteger();

        private void enter() {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            clashes.addAndGet(inside.getAndIncrement());
        }

        @Override
        public @Nullable Kept get(Object key) {
            enter();
            Kept kept = map.get(key);
            inside.decrementAndGet();
            return kept;
        }

        @Override
        public void put(Object key, Kept kept, Duration life) {
            enter();
            map.put(key, kept);
            inside.decrementAndGet();
        }

        @Override
        public void remove(Object key) {
            enter();
            map.remove(key);
            inside.decrementAndGet();
        }

        @Override
        public void clear() {
            enter();
            map.clear();
            inside.decrementAndGet();
        }

        @Override
        public long size() {
            enter();
            long size = map.size();
            inside.decrementAndGet();
            return size;
        }
    }
}
