package dev.memoized.impl.freshness;

import dev.memoized.spi.Entry;
import dev.memoized.spi.Store;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The two ages that decide whether an entry may be served; nothing else in the library does.
 *
 * @param refreshAfter in nanoseconds; {@link #NEVER} when values do not become stale
 * @param expireAfter in nanoseconds; {@link #NEVER} when they do not end
 */
public record Limits(long refreshAfter, long expireAfter) {

    /** A limit that no age passes. */
    public static final long NEVER = Long.MAX_VALUE;

    /**
     * Judges what a store holds.
     *
     * @param entry null when it holds nothing
     * @param now the call's one reading of the clock
     * @return what may be done
     */
    public Verdict judge(@Nullable Entry<?> entry, long now) {
        if (entry == null) {
            return Verdict.MISS;
        }
        long age = age(entry, now);
        if (age > expireAfter) {
            return Verdict.MISS;
        }
        return age > refreshAfter || entry.softlyInvalidated() ? Verdict.STALE : Verdict.FRESH;
    }

    /**
     * How old an entry is. An entry from the future, by another thread's later reading of the clock, is new.
     *
     * @param entry any
     * @param now a reading of the clock
     * @return nanoseconds, not below zero
     */
    public static long age(Entry<?> entry, long now) {
        return Math.max(0, now - entry.computedAt());
    }

    /**
     * How long a store should keep an entry whose computation began some time ago: to the end of the last moment at which
     * it may be served.
     *
     * @param age in nanoseconds
     * @return zero or less when it is expired already
     */
    public Duration remainingLife(long age) {
        return expireAfter == NEVER ? Store.FOREVER : Duration.ofNanos(expireAfter - age + 1);
    }
}
