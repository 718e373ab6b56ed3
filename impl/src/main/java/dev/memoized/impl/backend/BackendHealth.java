package dev.memoized.impl.backend;

import java.time.Instant;

/**
 * How a guarded backend is, for health checks.
 *
 * @param state who may call it
 * @param since when it began to work, or to fail
 * @param failures in a row
 * @param queued invalidations that wait for it now; while there are any, nothing is read from it
 * @param queuedInAll how many had to wait since the start
 * @param widened how often keys or tags were too many to wait one by one, and whole namespaces are dropped instead
 */
public record BackendHealth(State state, Instant since, int failures, int queued, long queuedInAll, long widened) {

    /** Who may call a backend. */
    public enum State {
        /** All. */
        CLOSED,
        /** Nobody, but for one call a second. */
        OPEN,
        /** That one call is under way. */
        HALF_OPEN
    }
}
