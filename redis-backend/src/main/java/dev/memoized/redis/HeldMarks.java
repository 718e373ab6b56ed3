package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Marks of tags that only entries have, not the keys they are read by: they are known when the entry has been read, and held
 * for a while, so that few reads need to ask for them. Raised marks are told by the channel. Thread-safe.
 */
final class HeldMarks {
    /** How long a server keeps marks of tags and groups that nobody raises; then their entries are computed once more. */
    static final Duration KEPT = Duration.ofDays(7);

    /** How long another JVM's mark may be overlooked when the channel is down. */
    private static final long HELD = Duration.ofSeconds(1).toNanos();

    private static final int MOST = 10_000;
    private static final int PARTS = 256;

    /** By the names of marks. */
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** How often one was raised, by a part of its hash: an answer that was on its way then is not held. */
    private final AtomicLongArray raised = new AtomicLongArray(PARTS);

    private final ReentrantLock lock = new ReentrantLock();
    private final Names names;
    private final Server server;
    private final TimeSource time;

    private record Held(Level level, long at) {}

    HeldMarks(Names names, Server server, TimeSource time) {
        this.names = names;
        this.server = server;
        this.time = time;
    }

    /** The highest of the marks of these tags. */
    Level of(Collection<String> tags) {
        long now = time.nanos();
        Level level = Level.NONE;
        List<String> unknown = new ArrayList<>();
        for (String tag : tags) {
            Held known = held.get(Names.text(names.tag(tag)));
            if (known == null || now - known.at > HELD) {
                unknown.add(tag);
            } else {
                level = level.and(known.level);
            }
        }
        return unknown.isEmpty() ? level : level.and(ask(unknown, now));
    }

    private Level ask(List<String> tags, long now) {
        List<String> marks =
                tags.stream().map(tag -> Names.text(names.tag(tag))).toList();
        long[] before = marks.stream().mapToLong(mark -> raised.get(part(mark))).toArray();
        List<byte[]> needed = new ArrayList<>(List.of(names.number()));
        tags.forEach(tag -> needed.add(names.tag(tag)));
        List<byte @Nullable []> answer = server.read(needed);
        Level all = Level.NONE;
        for (int i = 0; i < marks.size(); i++) {
            Level level = Level.of(answer.get(i + 1), answer.get(0));
            all = all.and(level);
            if (answer.get(i + 1) != null) {
                hold(marks.get(i), new Held(level, now), before[i]);
            }
        }
        return all;
    }

    private static int part(String mark) {
        return Math.floorMod(mark.hashCode(), PARTS);
    }

    private void hold(String mark, Held fresh, long before) {
        lock.lock();
        try {
            if (held.size() >= MOST) {
                held.clear();
            }
            if (raised.get(part(mark)) == before) {
                held.put(mark, fresh);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A mark has been raised. */
    void forget(String mark) {
        lock.lock();
        try {
            raised.incrementAndGet(part(mark));
            held.remove(mark);
        } finally {
            lock.unlock();
        }
    }

    /** Any mark may have been raised. */
    void forgetAll() {
        lock.lock();
        try {
            for (int part = 0; part < PARTS; part++) {
                raised.incrementAndGet(part);
            }
            held.clear();
        } finally {
            lock.unlock();
        }
    }
}
