package dev.memoized.impl.backend;

import java.time.Duration;

/** How long leases live on this JVM's clock, whose readings may be negative and may overflow. */
final class Lives {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private Lives() {}

    static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    static long end(long now, Duration life) {
        return now + shortest(life, LONGEST).toNanos();
    }
}
