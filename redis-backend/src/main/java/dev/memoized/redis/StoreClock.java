package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How far the server's clock is from this JVM's, which only measures spans: as each answer with a time tells, the quicker it
 * came the better. Thread-safe.
 */
final class StoreClock {
    private static final long OLD = Duration.ofMinutes(1).toNanos();
    private static final long MICRO = 1_000;

    private final AtomicReference<@Nullable Reading> last = new AtomicReference<>();
    private final TimeSource time;

    /**
     * What one answer has told.
     *
     * @param distance from this JVM's microseconds to the server's
     * @param doubt how long the answer took, in nanoseconds
     * @param at when it came
     */
    private record Reading(long distance, long doubt, long at) {}

    StoreClock(TimeSource time) {
        this.time = time;
    }

    /** An answer has come just now to what was asked then. */
    void heard(long micros, long asked) {
        long now = time.nanos();
        long took = now - asked;
        Reading fresh = new Reading(micros - (asked + took / 2) / MICRO, took, now);
        last.getAndUpdate(known ->
                known == null || took < known.doubt || isOld(known, now) || isWrong(known, fresh) ? fresh : known);
    }

    /** Whether an answer is needed before times of the server can be told. */
    boolean isUnknown() {
        Reading known = last.get();
        return known == null || isOld(known, time.nanos());
    }

    private static boolean isOld(Reading known, long now) {
        return now - known.at > OLD;
    }

    /** One of the clocks was set, and not only read late. */
    private static boolean isWrong(Reading known, Reading fresh) {
        return Math.abs(fresh.distance - known.distance) > (fresh.doubt + known.doubt) / MICRO + 1;
    }

    /** A time of the server in this JVM's. */
    long nanos(long micros) {
        Reading known = last.get();
        if (known == null) {
            throw new IllegalStateException("asked before it was heard");
        }
        return (micros - known.distance) * MICRO;
    }

    /** Now, in the server's time. */
    long micros() {
        Reading known = last.get();
        if (known == null) {
            throw new IllegalStateException("asked before it was heard");
        }
        return time.nanos() / MICRO + known.distance;
    }
}
