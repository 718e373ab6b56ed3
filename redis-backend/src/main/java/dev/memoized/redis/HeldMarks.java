package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Marks that are not read together with an entry, held for a while, so that few reads need to ask for them: those of tags
 * that only entries have, not the keys they are read by; and all where they lie apart. Raised marks are told by the channel.
 * Thread-safe.
 */
final class HeldMarks {
    /** How long a server keeps marks of tags and groups that nobody raises; then their entries are computed once more. */
    static final Duration KEPT = Duration.ofDays(7);

    /** How long another JVM's mark may be overlooked when the channel is down. */
    private static final long HELD = Duration.ofSeconds(1).toNanos();

    /** From then on one of those who need it asks for all. */
    private static final long DUE = HELD / 4 * 3;

    private static final int MOST = 10_000;
    private static final int PARTS = 256;

    /** By the names of marks. */
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** How often one was raised or told, by a part of its hash: an answer that was on its way then is not held. */
    private final long[] raised = new long[PARTS];

    private final ReentrantLock lock = new ReentrantLock();
    private final Source source;
    private final TimeSource time;
    private volatile long number = Long.MIN_VALUE;
    private long numbers;

    /** Who tells. */
    interface Source {

        /**
         * The number and the marks of these names.
         *
         * @return null for those that are not there
         */
        List<byte @Nullable []> ask(List<byte[]> marks);
    }

    /**
     * What is known.
     *
     * @param number that of the last invalidation
     * @param levels by the names of marks
     */
    record Known(long number, Map<String, Level> levels) {

        /** The highest. */
        Level all() {
            return levels.values().stream().reduce(Level.NONE, Level::and);
        }

        /** The highest of these. */
        Level of(Collection<byte[]> marks) {
            return marks.stream()
                    .map(mark -> levels.getOrDefault(Names.text(mark), Level.NONE))
                    .reduce(Level.NONE, Level::and);
        }
    }

    private record Held(Level level, long at, AtomicBoolean isAskedFor) {

        boolean isGood(Currency currency, long now) {
            return switch (currency) {
                case EVER -> true;
                case RECENT -> now - at <= DUE || (now - at <= HELD && !isAskedFor.compareAndSet(false, true));
                case NOW -> false;
            };
        }
    }

    HeldMarks(Source source, TimeSource time) {
        this.source = source;
        this.time = time;
    }

    /** Whether who knows this number knows of the last mark that was raised or heard of here. */
    boolean isKnownBy(long other) {
        return number <= other;
    }

    /** The highest of these. */
    Level of(Collection<byte[]> marks) {
        return marks.isEmpty() ? Level.NONE : known(marks, Currency.RECENT).all();
    }

    /** What these are, and the number. */
    Known known(Collection<byte[]> marks, Currency currency) {
        long now = time.nanos();
        long lagging = number;
        Map<String, Level> levels = new HashMap<>();
        List<byte[]> unknown = new ArrayList<>();
        for (byte[] mark : marks) {
            Held known = held.get(Names.text(mark));
            if (known != null && known.isGood(currency, now)) {
                levels.put(Names.text(mark), known.level);
            } else {
                unknown.add(mark);
            }
        }
        return unknown.isEmpty() && lagging != Long.MIN_VALUE
                ? new Known(lagging, levels)
                : new Known(ask(unknown, levels, now), levels);
    }

    /** The number is that of the answer, as the levels are: what is stored with a later one would be taken for later, too. */
    private long ask(List<byte[]> marks, Map<String, Level> levels, long now) {
        long[] before = before(marks);
        List<byte @Nullable []> answer = source.ask(marks);
        byte[] digits = answer.get(0);
        lock.lock();
        try {
            long told = digits == null ? number : Level.number(digits);
            number = numbers++ == before[marks.size()] ? told : Math.max(told, number);
            for (int i = 0; i < marks.size(); i++) {
                String mark = Names.text(marks.get(i));
                byte[] both = answer.get(i + 1);
                Level level = Level.of(both, digits);
                levels.put(mark, level);
                if (both != null && raised[part(mark)] == before[i]) {
                    hold(mark, new Held(level, now, new AtomicBoolean()));
                }
            }
            marks.forEach(mark -> raised[part(Names.text(mark))]++);
            return told;
        } finally {
            lock.unlock();
        }
    }

    /** How often each was raised, and any. */
    private long[] before(List<byte[]> marks) {
        lock.lock();
        try {
            long[] before = new long[marks.size() + 1];
            for (int i = 0; i < marks.size(); i++) {
                before[i] = raised[part(Names.text(marks.get(i)))];
            }
            before[marks.size()] = numbers;
            return before;
        } finally {
            lock.unlock();
        }
    }

    private static int part(String mark) {
        return Math.floorMod(mark.hashCode(), PARTS);
    }

    private void hold(String mark, Held fresh) {
        if (held.size() >= MOST) {
            held.clear();
        }
        held.put(mark, fresh);
    }

    /** A mark has been raised. */
    void raised(String mark, long to) {
        lock.lock();
        try {
            raised[part(mark)]++;
            numbers++;
            number = Math.max(number, to);
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
                raised[part]++;
            }
            held.clear();
        } finally {
            lock.unlock();
        }
    }
}
