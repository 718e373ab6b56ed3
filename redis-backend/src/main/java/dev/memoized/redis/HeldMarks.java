package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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

    /** By the names of marks. */
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    private final AtomicLong raised = new AtomicLong();
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
        long before = raised.get();
        List<byte[]> needed = new ArrayList<>(List.of(names.number()));
        tags.forEach(tag -> needed.add(names.tag(tag)));
        List<byte @Nullable []> answer = server.read(needed);
        Level all = Level.NONE;
        for (int i = 0; i < tags.size(); i++) {
            Level level = Level.of(answer.get(i + 1), answer.get(0));
            all = all.and(level);
            if (answer.get(i + 1) != null) {
                hold(Names.text(names.tag(tags.get(i))), new Held(level, now), before);
            }
        }
        return all;
    }

    /** Unless a mark was raised since it was asked for: it may be this one. */
    private void hold(String mark, Held fresh, long before) {
        if (held.size() >= MOST) {
            held.clear();
        }
        held.put(mark, fresh);
        if (raised.get() != before) {
            held.remove(mark);
        }
    }

    /** A mark has been raised. */
    void forget(String mark) {
        raised.incrementAndGet();
        held.remove(mark);
    }

    /** Any mark may have been raised. */
    void forgetAll() {
        raised.incrementAndGet();
        held.clear();
    }
}
