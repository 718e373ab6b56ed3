package dev.memoized.impl.engine;

import dev.memoized.impl.flight.Landing;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import org.jspecify.annotations.Nullable;

/** What a leader may do. */
sealed interface Permit {

    /**
     * Compute, and store the result.
     *
     * @param lease to be published or released
     * @param remembered what was stored when it was given, if that may be served; else null
     */
    record Granted(Lease lease, @Nullable Entry<Object> remembered) implements Permit {}

    /** Compute for this caller only. */
    record Alone() implements Permit {}

    /**
     * Nothing; the flight ends here.
     *
     * @param landing what the leader itself gets
     */
    record Instead(Landing landing) implements Permit {}
}
