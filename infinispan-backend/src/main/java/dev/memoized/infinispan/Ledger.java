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
    private final Era era;
    private final Supplier<Instant> now;

    /**
     * Neither reads nor writes yet.
     *
     * @param now where numbers begin that nobody has given yet
     */
    Ledger(Cache<String, String> cache, Names names, Era era, Supplier<Instant> now) {
        this.cache = cache;
        this.names = names;
        this.era = era;
        this.now = now;
    }

    static long whole(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException odd) {
            return Long.MAX_VALUE;
        }
    }

    /** That of the last invalidation. One of another era is none: all begin with what one of them puts there. */
    long number() {
        String text = cache.get(names.number());
        era.heard(text);
        while (!isOfNow(text)) {
            String fresh = text(Math.max(digits(text) + 1, micros()));
            String there = refused(names.number(), text, fresh, -1);
            text = there == null ? fresh : there;
            era.heard(text);
        }
        return digits(text);
    }

    private boolean isOfNow(@Nullable String text) {
        return text != null && Era.of(text) == era.current();
    }

    private String text(long number) {
        return era.current() + " " + number;
    }

    private static long digits(@Nullable String text) {
        return text == null ? 0 : whole(text.substring(text.lastIndexOf(' ') + 1));
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
                cache.putIfAbsent(mark, Level.lost(number()).text(), kept(mark), TimeUnit.SECONDS);
            }
        }
    }

    /**
     * Raises a mark. To a number above the one it has: somebody may have raised it after this one got its number, and with it
     * have stored what that mark does not take.
     *
     * @return to what, and what it was before
     */
    Raised raise(String mark, InvalidationMode mode) {
        long before = number();
        long number = next();
        String text = cache.get(mark);
        while (true) {
            Level former = text == null ? Level.lost(before) : Level.of(text);
            if (former.isRaisedTo(number, mode)) {
                number = next();
            }
            Level level = mode == InvalidationMode.HARD ? former.hard(number) : former.soft(number);
            text = refused(mark, text, level.text(), kept(mark));
            if (text == null) {
                return new Raised(mark, number, former);
            }
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
        long number = number();
        while (true) {
            long next = Math.max(number + 1, micros());
            String there = refused(names.number(), text(number), text(next), -1);
            if (there == null) {
                return next;
            }
            number = isOfNow(there) ? digits(there) : number();
        }
    }

    private long kept(String mark) {
        return mark.startsWith(names.lastingMarks()) ? -1 : KEPT.toSeconds();
    }

    /**
     * Puts a text where another one was seen.
     *
     * @return null when that is done; else what is there: what the member has that decides, when this one sees no change
     */
    private @Nullable String refused(String name, @Nullable String former, String next, long seconds) {
        if (former == null) {
            return cache.putIfAbsent(name, next, seconds, TimeUnit.SECONDS);
        }
        if (cache.replace(name, former, next, seconds, TimeUnit.SECONDS)) {
            return null;
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new BackendException("interrupted", null);
        }
        String here = cache.get(name);
        if (here != null && !here.equals(former)) {
            return here;
        }
        String there = cache.putIfAbsent(name, former, seconds, TimeUnit.SECONDS);
        return there == null ? former : there;
    }
}
