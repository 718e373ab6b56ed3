package dev.memoized.impl.engine;

import dev.memoized.impl.flight.Landing;
import dev.memoized.spi.Lease;
import org.jspecify.annotations.Nullable;

/** What a leader may do. */
sealed interface Permit {

    /**
     * Compute.
     *
     * @param lease null when the result must not be stored
     */
    record Compute(@Nullable Lease lease) implements Permit {}

    /**
     * Nothing; the flight ends here.
     *
     * @param landing what the leader itself gets
     */
    record Instead(Landing landing) implements Permit {}
}
