package dev.memoized.impl.engine;

import dev.memoized.impl.flight.Landing;
import dev.memoized.spi.Lease;

/** What a leader may do. */
sealed interface Permit {

    /**
     * Compute, and store the result.
     *
     * @param lease to be published or released
     */
    record Granted(Lease lease) implements Permit {}

    /** Compute for this caller only. */
    record Alone() implements Permit {}

    /**
     * Nothing; the flight ends here.
     *
     * @param landing what the leader itself gets
     */
    record Instead(Landing landing) implements Permit {}
}
