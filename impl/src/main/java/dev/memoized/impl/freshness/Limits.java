package dev.memoized.impl.freshness;

import dev.memoized.spi.Entry;
import dev.memoized.spi.OwnLimits;
import dev.memoized.spi.Store;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ages that decide what may be done with an entry; {@link Judge} applies them.
 *
 * @param refreshAfter in nanoseconds; {@link #NEVER} when values do not become stale
 * @param waitAfter in nanoseconds; {@link #NEVER} when stale values are always served at once
 * @param expireAfter in nanoseconds; {@link #NEVER} when they do not end
 * @param expireNothingAfter the same for null and an empty Optional
 * @param early when they are renewed although they are fresh
 * @param jitter the share of these ages that chance may take away, the same of all of one entry's
 */
public record Limits(
        long refreshAfter, long waitAfter, long expireAfter, long expireNothingAfter, Early early, double jitter) {

    /** A limit that no age passes. */
    public static final long NEVER = Long.MAX_VALUE;

    /** The two that every method has, and nothing by chance. */
    public Limits(long refreshAfter, long expireAfter) {
        this(refreshAfter, NEVER, expireAfter, expireAfter, Early.NEVER, 0);
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
     * How long a store should keep a value whose computation began some time ago: to the end of the last moment at which
     * it may be served.
     *
     * @param age in nanoseconds
     * @return zero or less when it is expired already, or is not to be remembered at all
     */
    public Duration remainingLife(@Nullable Object value, long age) {
        return remaining(expireAfter(value), age);
    }

    /** The same of an entry, which may have a limit of its own. */
    public Duration remainingLifeOf(Entry<?> entry, long age) {
        return remaining(expireAfterOf(entry), age);
    }

    private static Duration remaining(long life, long age) {
        if (life == 0) {
            return Duration.ZERO;
        }
        return life == NEVER ? Store.FOREVER : Duration.ofNanos(life - age + 1);
    }

    private long expireAfter(@Nullable Object value) {
        boolean isNothing = value == null || (value instanceof Optional<?> optional && optional.isEmpty());
        return isNothing ? expireNothingAfter : expireAfter;
    }

    /** The age at which an entry is gone: its own limit, else that of what it holds. */
    long expireAfterOf(Entry<?> entry) {
        OwnLimits own = entry.ownLimits();
        return own == null || own.expireAfter() == OwnLimits.OF_METHOD ? expireAfter(entry.value()) : own.expireAfter();
    }

    /** The age at which an entry becomes stale. */
    long refreshAfterOf(Entry<?> entry) {
        OwnLimits own = entry.ownLimits();
        return own == null || own.refreshAfter() == OwnLimits.OF_METHOD ? refreshAfter : own.refreshAfter();
    }

    /** The age from which on an entry is served only if there is no better one: not while it is fresh by its own limit. */
    long waitAfterOf(Entry<?> entry) {
        return entry.ownLimits() == null ? waitAfter : Math.max(waitAfter, refreshAfterOf(entry));
    }

    /** The same where the store alone knows when a value ends. */
    Limits endless() {
        return new Limits(refreshAfter, waitAfter, NEVER, NEVER, early, jitter);
    }

    /** From which age on what becomes stale at another is renewed although it is fresh. */
    long eagerAfter(long staleAfter) {
        return early.share() == 0 || staleAfter == NEVER ? NEVER : (long) (staleAfter * early.share());
    }

    /** At which age chance can have taken nothing yet: younger is fresh without a closer look. Negative when there is none. */
    long surelyFresh() {
        if (early.factor() > 0) {
            return -1;
        }
        long first =
                Math.min(Math.min(eagerAfter(refreshAfter), refreshAfter), Math.min(expireAfter, expireNothingAfter));
        return shortened(first, jitter);
    }

    /** A limit without a share of it. */
    static long shortened(long limit, double share) {
        return limit == NEVER ? NEVER : limit - (long) (limit * share);
    }
}
