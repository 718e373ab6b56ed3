package dev.memoized.impl.proof;

import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** Two maps, three numbers and one lock. */
final class NaiveMemory {
    private final Semaphore lock = new Semaphore(1);
    private final Map<Object, Kept> entries = new HashMap<>();
    private final Map<Object, NaiveRun> runs = new HashMap<>();
    private final Defect defect;
    private final Terms terms;
    private final ManualClock clock;
    private long last;
    private long hard = -1;
    private long soft = -1;

    NaiveMemory(Defect defect, Terms terms, ManualClock clock) {
        this.defect = defect;
        this.terms = terms;
        this.clock = clock;
        this.last = micros();
    }

    /** What is remembered of a computation; of one that failed too, in one mutant. */
    record Kept(Object value, long computedAt, Object version, long asOf) {
        Kept asOf(long number) {
            return new Kept(value, computedAt, version, number);
        }
    }

    enum Verdict {
        FRESH,
        STALE,
        MISS
    }

    <T> T locked(Callable<T> work) throws Exception {
        lock.acquireUninterruptibly();
        try {
            return work.call();
        } finally {
            lock.release();
        }
    }

    private <T> T quietly(Callable<T> work) {
        try {
            return locked(work);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    Kept read(Object key) {
        return quietly(() -> entries.get(key));
    }

    /** A fresh entry, or the run to follow, or the caller's own new run: the one that it has prepared. */
    Object board(NaiveRun mine) {
        return quietly(() -> {
            Kept kept = entries.get(mine.key);
            if (defect != Defect.REFRESH_OF_FRESH && judge(kept, mine.version) == Verdict.FRESH) {
                return kept;
            }
            NaiveRun running = runs.get(mine.key);
            if (running != null && takesFollowers(running) && defect != Defect.NO_SINGLE_FLIGHT) {
                return running;
            }
            mine.asOf = last;
            runs.put(mine.key, mine);
            return mine;
        });
    }

    boolean isRunning(Object key) {
        return quietly(() -> runs.containsKey(key) && takesFollowers(runs.get(key)));
    }

    private boolean takesFollowers(NaiveRun run) {
        boolean overdue = clock.nanos() - run.began > terms.longest().toNanos();
        return (defect == Defect.LATE_JOINER_JOINS_OLD_FLIGHT || !isVoid(run))
                && (defect == Defect.OVERDUE_FLIGHT_BLOCKS || !overdue);
    }

    private boolean isVoid(NaiveRun run) {
        return run.isVoid || run.asOf < hard || (run.asOf < soft && defect != Defect.SOFT_DOES_NOT_DETACH);
    }

    /** For the key, which is the run's but in one mutant. */
    void publish(NaiveRun run, Object key, Kept kept) {
        quietly(() -> {
            boolean attached = runs.get(run.key) == run && (defect == Defect.AS_OF_TAKEN_LATE || !isVoid(run));
            if (attached || defect == Defect.NO_LEASE) {
                boolean late = defect == Defect.AS_OF_TAKEN_LATE || defect == Defect.NO_LEASE;
                entries.put(key, kept.asOf(late ? last : run.asOf));
            }
            return null;
        });
    }

    void remove(NaiveRun run) {
        quietly(() ->
                defect == Defect.LANDING_REMOVES_SUCCESSOR ? runs.remove(run.key) != null : runs.remove(run.key, run));
    }

    void forget(Object key) {
        quietly(() -> entries.remove(key));
    }

    void invalidate(Object key) {
        quietly(() -> {
            entries.remove(key);
            detach(key, Defect.FLIGHT_NOT_DETACHED_BY_INVALIDATION);
            return null;
        });
    }

    void set(Object key, Object value) {
        quietly(() -> {
            entries.put(key, new Kept(value, now(), null, last));
            detach(key, Defect.SET_DOES_NOT_DETACH);
            return null;
        });
    }

    private void detach(Object key, Defect unless) {
        if (runs.containsKey(key) && defect != unless) {
            runs.get(key).isVoid = true;
        }
    }

    void raise(InvalidationMode mode) {
        quietly(() -> {
            last = defect == Defect.MARK_BY_CLOCK ? micros() : Math.max(last + 1, micros());
            hard = mode == InvalidationMode.HARD ? last : hard;
            soft = mode == InvalidationMode.SOFT ? last : soft;
            return null;
        });
    }

    private long micros() {
        return clock.moved().toNanos() / 1_000;
    }

    int runs() {
        return quietly(runs::size);
    }

    /** Whether a call that knows that version may have a value of another one; without versions it may. */
    static boolean accepts(Object version, Object other) {
        return version == null || version.equals(other);
    }

    /** One reading of the clock. */
    Verdict judge(Kept kept, Object version) {
        boolean outdated = kept != null && !accepts(version, kept.version) && defect != Defect.VERSION_IGNORED;
        return outdated ? Verdict.MISS : judge(kept);
    }

    private Verdict judge(Kept kept) {
        if (kept == null || isNothing(kept.value)) {
            return Verdict.MISS;
        }
        boolean isLater = defect == Defect.MARK_HITS_LATER_VALUES;
        boolean gone = isLater ? kept.asOf <= hard : kept.asOf < hard;
        boolean isPast = isPast(kept, terms.expireAfter(), Defect.AGE_EQUAL_TO_LIMIT_IS_GONE);
        if ((gone && defect != Defect.HARD_MARK_SERVES_STALE) || (isPast && defect != Defect.EXPIRED_SERVED)) {
            return Verdict.MISS;
        }
        boolean marked = kept.asOf < soft && defect != Defect.SOFT_MARK_SERVES_FRESH;
        boolean old = isPast(kept, terms.refreshAfter(), Defect.AGE_EQUAL_TO_LIMIT_IS_STALE);
        return marked || old || gone || isPast ? Verdict.STALE : Verdict.FRESH;
    }

    private boolean isNothing(Object value) {
        return switch (defect) {
            case NULL_IS_A_MISS -> value == null;
            case EMPTY_IS_A_MISS -> Optional.empty().equals(value);
            case ZERO_IS_A_MISS -> value instanceof Number number ? number.longValue() == 0 : value == (Object) false;
            default -> false;
        };
    }

    /** Whether a value of that time would be. */
    boolean isStale(long computedAt) {
        return judge(new Kept("", computedAt, null, last), null) != Verdict.FRESH;
    }

    private boolean isPast(Kept kept, Duration limit, Defect onEqual) {
        if (limit == null) {
            return defect == Defect.LIMIT_OVERFLOWS && clock.nanos() > kept.computedAt + Long.MAX_VALUE;
        }
        if (defect == Defect.CLOCK_COMPARED) {
            return clock.nanos() > kept.computedAt + limit.toNanos();
        }
        long age = Math.max(0, now() - kept.computedAt);
        long passed = limit.toNanos() - jitter(kept, limit);
        return defect == onEqual ? age >= passed : age > passed;
    }

    /** Of at most five in a hundred, the same for all limits of a value. */
    private long jitter(Kept kept, Duration limit) {
        if (defect == Defect.NO_JITTER) {
            return 0;
        }
        double chance = terms.time().random().of(kept.hashCode());
        long share = (long) (limit.toNanos() * 0.05 * chance);
        return defect == Defect.JITTER_LENGTHENS ? -share : share;
    }

    /** Of the clock by which ages are counted. */
    long now() {
        return defect == Defect.AGE_BY_TIME_OF_DAY
                ? ChronoUnit.NANOS.between(Instant.EPOCH, clock.now())
                : clock.nanos();
    }
}
