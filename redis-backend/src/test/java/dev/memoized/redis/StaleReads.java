package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** How many of its own writes a JVM does not see that reads from a replica, whose link to the leader is stopped meanwhile. */
final class StaleReads implements Function<Map<String, String>, Callable<Callable<Integer>>> {
    private final SystemTime time = new SystemTime();

    /** By settings; the first call writes before the link is stopped, the second one after it. */
    @Override
    public Callable<Callable<Integer>> apply(Map<String, String> settings) {
        return () -> {
            ByteBackend backend = Given.backend(settings, time);
            Store<byte[]> store = Everything.open(backend);
            put(store, "changed", "old");
            put(store, "dropped", "old");
            put(store, "marked", "old");
            return () -> {
                try (backend) {
                    put(store, "changed", "new");
                    store.invalidate("dropped");
                    int stale = old(store, "changed") + old(store, "dropped");
                    store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);
                    return stale + old(store, "marked");
                }
            };
        };
    }

    private void put(Store<byte[]> store, String key, String value) {
        store.put(key, Entry.of(value.getBytes(UTF_8), time.nanos(), Set.of()), Bench.LIFE);
    }

    private int old(Store<byte[]> store, String key) {
        Entry<byte[]> entry = store.read(key, time.nanos());
        return entry != null && new String(entry.value(), UTF_8).equals("old") ? 1 : 0;
    }
}
