package dev.memoized.impl.local;

import java.time.Duration;

/** Ends of lives on a clock whose readings may be negative and may overflow. */
final class Deadline {
    /** No clock of a JVM gets there; twice as much would end a life at once. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private Deadline() {}

    static long after(long now, Duration life) {
        return now + (life.compareTo(LONGEST) < 0 ? life : LONGEST).toNanos();
    }

    static boolean passed(long deadline, long now) {
        return deadline - now <= 0;
    }

    static boolean isNone(Duration life) {
        return life.isZero() || life.isNegative();
    }
}
