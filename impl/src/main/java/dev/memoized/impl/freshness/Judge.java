package dev.memoized.impl.freshness;

import dev.memoized.spi.Entry;
import dev.memoized.spi.RandomSource;
import org.jspecify.annotations.Nullable;

/** Judges what a store holds for one method: the only place in the library that does. Immutable. */
public final class Judge {
    private static final long OF_CALLS = 0x9E3779B97F4A7C15L;

    private final Limits limits;
    private final RandomSource random;
    private final boolean isEndless;
    private final long surelyFresh;

    public Judge(Limits limits, RandomSource random) {
        this(limits, random, false);
    }

    private Judge(Limits limits, RandomSource random, boolean isEndless) {
        this.limits = limits;
        this.random = random;
        this.isEndless = isEndless;
        this.surelyFresh = limits.surelyFresh();
    }

    /** One for values of which the store alone knows when they end: a program may have given them another life since. */
    public static Judge ofEndless(Limits limits, RandomSource random) {
        return new Judge(limits.endless(), random, true);
    }

    /**
     * Judges.
     *
     * @param key of the entry
     * @param entry null when the store holds nothing
     * @param began when the call began: during one call chance does not change its mind
     * @param now the reading of the clock that age is counted to
     * @return what may be done
     */
    public Verdict of(Object key, @Nullable Entry<?> entry, long began, long now) {
        if (entry == null) {
            return Verdict.MISS;
        }
        long age = Limits.age(entry, now);
        if (age <= surelyFresh && !entry.softlyInvalidated() && entry.ownLimits() == null) {
            return Verdict.FRESH;
        }
        return closely(key, entry, began, age);
    }

    private Verdict closely(Object key, Entry<?> entry, long began, long age) {
        double gone = limits.jitter() == 0 ? 0 : limits.jitter() * random.of(seed(key, entry.computedAt()));
        if (age > Limits.shortened(expireAfter(entry), gone)) {
            return Verdict.MISS;
        }
        if (age > Limits.shortened(limits.waitAfterOf(entry), gone)) {
            return Verdict.OLD;
        }
        long refreshAfter = limits.refreshAfterOf(entry);
        if (entry.softlyInvalidated() || age > Limits.shortened(refreshAfter, gone)) {
            return Verdict.STALE;
        }
        boolean early = age > Limits.shortened(limits.eagerAfter(refreshAfter), gone)
                || isByChance(key, entry, began, age, gone);
        return early ? Verdict.EARLY : Verdict.FRESH;
    }

    private long expireAfter(Entry<?> entry) {
        return isEndless ? Limits.NEVER : limits.expireAfterOf(entry);
    }

    /** The rule of XFetch: age + factor * computation time * -ln(a number in (0, 1]) passes the limit. */
    private boolean isByChance(Object key, Entry<?> entry, long began, long age, double gone) {
        double factor = limits.early().factor();
        long refreshAfter = limits.refreshAfterOf(entry);
        long limit = refreshAfter == Limits.NEVER ? expireAfter(entry) : refreshAfter;
        if (factor == 0 || limit == Limits.NEVER) {
            return false;
        }
        double ahead = -Math.log(1 - random.of(seed(key, began) ^ OF_CALLS)) * factor * entry.computationTime();
        return age + ahead > Limits.shortened(limit, gone);
    }

    /**
     * What chance is asked with.
     *
     * @return different for different keys and moments, as far as their hash codes are
     */
    public static long seed(Object key, long moment) {
        return moment * 31 + key.hashCode();
    }
}
