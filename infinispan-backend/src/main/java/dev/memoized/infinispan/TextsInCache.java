package dev.memoized.infinispan;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.memoized.BackendException;
import dev.memoized.cells.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.infinispan.Cache;
import org.jspecify.annotations.Nullable;

/** Numbers in a cache that each member has a whole copy of: they are read here. Thread-safe. */
record TextsInCache(Cache<String, String> cache) implements Texts {

    @Override
    public Map<String, String> get(Collection<String> names) {
        Map<String, String> found = new HashMap<>();
        for (String name : names) {
            String text = cache.get(name);
            if (text != null) {
                found.put(name, text);
            }
        }
        return found;
    }

    @Override
    public @Nullable Map<String, String> getAtHand(Collection<String> names) {
        Map<String, String> found = new HashMap<>();
        for (String name : names) {
            Here<String> here = Here.of(cache, name);
            if (here == null) {
                return null;
            }
            if (here.value() != null) {
                found.put(name, here.value());
            }
        }
        return found;
    }

    /** What is there is what the member has that decides, when this one sees no change. */
    @Override
    public @Nullable String exchange(String name, @Nullable String former, String next, long seconds) {
        if (former == null) {
            return cache.putIfAbsent(name, next, seconds, SECONDS);
        }
        if (cache.replace(name, former, next, seconds, SECONDS)) {
            return null;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new BackendException("interrupted", null);
        }
        String here = cache.get(name);
        if (here != null && !here.equals(former)) {
            return here;
        }
        String there = cache.putIfAbsent(name, former, seconds, SECONDS);
        return there == null ? former : there;
    }
}
