package dev.memoized.impl.backend;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The keys whose writing was given up and may still come about: what they hold may be replaced by something older at any
 * moment. As many as there are threads, and the keys of a bulk. Thread-safe.
 */
final class Doubts {
    private final ConcurrentMap<Object, Integer> writes = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    void begin(Collection<?> keys) {
        change(keys, 1);
    }

    void end(Collection<?> keys) {
        change(keys, -1);
    }

    private void change(Collection<?> keys, int by) {
        lock.lock();
        try {
            for (Object key : keys) {
                int count = writes.getOrDefault(key, 0) + by;
                if (count == 0) {
                    writes.remove(key);
                } else {
                    writes.put(key, count);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    boolean concerns(Object key) {
        return !writes.isEmpty() && writes.containsKey(key);
    }
}
