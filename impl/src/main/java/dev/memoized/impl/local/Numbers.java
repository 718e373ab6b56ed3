package dev.memoized.impl.local;

import dev.memoized.spi.InvalidationMode;

/** The two invalidation numbers of a mark; they only grow. */
final class Numbers {
    /* Concurrency: written while no turn is open, read at any time. */
    private volatile long hard;
    private volatile long soft;

    /** What is left of an entry with that number. */
    Left left(long asOf) {
        if (hard > asOf) {
            return Left.NOTHING;
        }
        return soft > asOf ? Left.STALE : Left.ALL;
    }

    void raise(InvalidationMode mode, long number) {
        if (mode == InvalidationMode.HARD) {
            hard = number;
        } else {
            soft = number;
        }
    }

    /** Takes over what another mark said. */
    void include(Numbers other) {
        hard = Math.max(hard, other.hard);
        soft = Math.max(soft, other.soft);
    }
}
