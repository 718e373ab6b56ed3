package dev.memoized.infinispan.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.memoized.BackendException;
import dev.memoized.cells.Cells;
import dev.memoized.cells.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.infinispan.client.hotrod.Flag;
import org.infinispan.client.hotrod.MetadataValue;
import org.infinispan.client.hotrod.RemoteCache;
import org.jspecify.annotations.Nullable;

/** Numbers in a remote cache, as UTF-8. Thread-safe. */
final class RemoteTexts implements Texts {
    private final RemoteCache<String, byte[]> cache;
    private final RemoteCache<String, byte[]> telling;

    RemoteTexts(RemoteCache<String, byte[]> cache) {
        this.cache = cache;
        this.telling = cache.withFlags(Flag.FORCE_RETURN_VALUE);
    }

    @Override
    public Map<String, String> get(Collection<String> names) {
        return texts(names, cache.getAll(Set.copyOf(names)));
    }

    static Map<String, String> texts(Collection<String> names, Map<String, byte[]> all) {
        Map<String, String> found = new HashMap<>();
        for (String name : names) {
            byte[] bytes = all.get(name);
            if (bytes != null) {
                found.put(name, text(bytes));
            }
        }
        return found;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    @Override
    public @Nullable String exchange(String name, @Nullable String former, String next, long seconds) {
        if (former == null) {
            return added(name, next, seconds);
        }
        MetadataValue<byte[]> there = cache.getWithMetadata(name);
        if (there == null) {
            String other = added(name, former, seconds);
            return other == null ? former : other;
        }
        String text = text(there.getValue());
        boolean isDone = text.equals(former)
                && cache.replaceWithVersion(
                        name, next.getBytes(UTF_8), there.getVersion(), seconds, SECONDS, Cells.FOR_GOOD, SECONDS);
        if (!isDone && Thread.currentThread().isInterrupted()) {
            throw new BackendException("interrupted", null);
        }
        return isDone ? null : text;
    }

    /** Null when that is done; else what is there. */
    private @Nullable String added(String name, String text, long seconds) {
        byte[] there = telling.putIfAbsent(name, text.getBytes(UTF_8), seconds, SECONDS, Cells.FOR_GOOD, SECONDS);
        return there == null ? null : text(there);
    }
}
