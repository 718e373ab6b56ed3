package dev.memoized;

/** Who renews a stale value. */
public enum Refresh {
    /** A thread behind the callers, in a request context of its own; every caller gets the stale value at once. */
    BACKGROUND,
    /** The first caller that gets the lease, in its own call; the others get the stale value meanwhile. */
    CALLER
}
