package dev.memoized.redis;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What this JVM has written and replicas may not have yet: the leader numbers what it writes, and a replica that knows of as
 * many has that, too. Thread-safe.
 */
final class Written {
    private static final int MOST = 10_000;

    private final ReentrantLock lock = new ReentrantLock();

    /** The number of the last write of each entry, in about their order. */
    private final Map<String, Long> last = new LinkedHashMap<>();

    private long highest = Long.MIN_VALUE;

    /** What all must have. */
    private long floor = Long.MIN_VALUE;

    void wrote(String entry, long number) {
        lock.lock();
        try {
            highest = Math.max(highest, number);
            Long before = last.remove(entry);
            last.put(entry, before == null ? number : Math.max(before, number));
            if (last.size() > MOST) {
                last.clear();
                floor = highest;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether who knows of so many writes has what was written last of these. */
    boolean isSeen(Collection<String> entries, long number) {
        lock.lock();
        try {
            Iterator<Long> each = last.values().iterator();
            while (each.hasNext() && each.next() <= number) {
                each.remove();
            }
            return floor <= number && entries.stream().allMatch(entry -> last.getOrDefault(entry, floor) <= number);
        } finally {
            lock.unlock();
        }
    }
}
