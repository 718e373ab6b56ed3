package dev.memoized.impl.flight;

import dev.memoized.ColdCacheException;
import dev.memoized.spi.Entry;
import org.jspecify.annotations.Nullable;

/** How a flight ended, as those who waited for it learn it. */
public sealed interface Landing {

    /** What it brings to be served; null when it brings nothing. */
    default @Nullable Entry<Object> entry() {
        return null;
    }

    /**
     * With a value.
     *
     * @param entry what was computed, and the facts of its computation
     * @param isKept whether the store took it
     */
    record Value(Entry<Object> entry, boolean isKept) implements Landing {}

    /**
     * With what the computation threw.
     *
     * @param failure unchanged
     */
    record Failure(Throwable failure) implements Landing {}

    /**
     * Not at all: this caller was not to compute.
     *
     * @param refusal why
     */
    record Refused(ColdCacheException refusal) implements Landing {}

    /**
     * For the leader only: somebody else had stored it when the lease was asked for.
     *
     * @param entry fresh
     */
    record Found(Entry<Object> entry) implements Landing {}

    /** Without an answer: look again, and lead if there is still nothing. */
    record Again() implements Landing {
        /** All are equal. */
        public static final Again AGAIN = new Again();
    }
}
