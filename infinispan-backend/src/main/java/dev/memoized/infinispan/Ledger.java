package dev.memoized.infinispan;

import dev.memoized.BackendException;
import dev.memoized.spi.InvalidationMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.infinispan.Cache;
import org.jspecify.annotations.Nullable;

/**
 * The number of the last invalidation and the marks, in a cache that each member has a whole copy of: they are read here,
 * and raised by compare-and-set. Thread-safe.
 */
final class Ledger {
    /** How long marks of tags and groups are kept that nobody raises; then their entries are computed once more. */
    static final Duration KEPT = Duration.ofDays(7);

    private final Cache<String, String> cache;
    private final Names names;
    private final Supplier<Instant> now;

    /**
     * Neither reads nor writes yet.
     *
     * @param now where numbers begin that nobody has given yet
     */
    Ledger(Cache<String, String> cache, Names names, Supplier<Instant> now) {
        this.cache = cache;
        this.names = names;
        this.now = now;
    }

    static long whole(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException odd) {
            return Long.MAX_VALUE;
        }
    }

    /** That of the last invalidation. */
    long number() {
        String digits = cache.get(names.number());
        if (digits != null) {
            return whole(digits);
        }
        String fresh = Long.toString(micros());
        String first = cache.putIfAbsent(names.number(), fresh);
        return whole(first == null ? fresh : first);
    }

    private long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, now.get());
    }

    /** What a mark was raised to. */
    Level level(String mark) {
        String text = cache.get(mark);
        return text == null ? Level.lost(number()) : Level.of(text);
    }

    /** Whether something was invalidated since then that one of these marks stands for. */
    boolean isAbove(Collection<String> marks, long asOf) {
        return marks.stream().anyMatch(mark -> level(mark).isAbove(asOf));
    }

    /** Those that are not there count as raised now, and no later: before a number is taken for what is to be kept. */
    void begin(Collection<String> marks) {
        for (String mark : marks) {
            if (!cache.containsKey(mark)) {
                set(mark, null, Level.lost(number()));
            }
        }
    }

    /**
     * Raises a mark.
     *
     * @return to what, and what it was before
     */
    Raised raise(String mark, InvalidationMode mode) {
        long before = number();
        long number = next();
        while (true) {
            String text = cache.get(mark);
            Level former = text == null ? Level.lost(before) : Level.of(text);
            Level level = mode == InvalidationMode.HARD ? former.hard(number) : former.soft(number);
            if (set(mark, text, level)) {
                return new Raised(mark, number, former);
            }
            checkInterrupt();
        }
    }

    /**
     * A mark that was raised.
     *
     * @param name of the mark
     * @param number to what
     * @param former what it was before
     */
    record Raised(String name, long number, Level former) {}

    private long next() {
        while (true) {
            String digits = Long.toString(number());
            long next = Math.max(whole(digits) + 1, micros());
            if (cache.replace(names.number(), digits, Long.toString(next))) {
                return next;
            }
            checkInterrupt();
        }
    }

    /** Who has given up waiting for the answer interrupts. */
    private static void checkInterrupt() {
        if (Thread.currentThread().isInterrupted()) {
            throw new BackendException("interrupted", null);
        }
    }

    private boolean set(String mark, @Nullable String former, Level level) {
        long kept = mark.startsWith(names.lastingMarks()) ? -1 : KEPT.toSeconds();
        return former == null
                ? cache.putIfAbsent(mark, level.text(), kept, TimeUnit.SECONDS) == null
                : cache.replace(mark, former, level.text(), kept, TimeUnit.SECONDS);
    }
}
