package dev.memoized.impl.freshness;

/** What may be done with what a store holds. */
public enum Verdict {
    /** Serve it. */
    FRESH,
    /** Serve it, and renew it. */
    STALE,
    /** There is nothing to serve. */
    MISS
}
