package dev.memoized.impl.backend;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The keys whose writing was given up and may still come about: what they hold may be replaced by something older at any
 * moment. As many as there are threads, and the keys of a bulk. Thread-safe.
 */
final class Doubts {
    private final ConcurrentMap<Object, Integer> writes = new ConcurrentHashMap<>();

    void begin(Collection<?> keys) {
        keys.forEach(key -> writes.merge(key, 1, Integer::sum));
    }

    void end(Collection<?> keys) {
        keys.forEach(key -> writes.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1));
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    boolean concerns(Object key) {
        return !writes.isEmpty() && writes.containsKey(key);
    }
}
