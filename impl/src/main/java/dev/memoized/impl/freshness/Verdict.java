package dev.memoized.impl.freshness;

/** What may be done with what a store holds. */
public enum Verdict {
    /** Serve it. */
    FRESH,
    /** Serve it as fresh, and renew it already. */
    EARLY,
    /** Serve it, and renew it. */
    STALE,
    /** Serve it only if there is no getting a newer one. */
    OLD,
    /** There is nothing to serve. */
    MISS;

    /** Whether it is fresh. */
    public boolean isFresh() {
        return this == FRESH || this == EARLY;
    }

    /** Whether it may be served at once. */
    public boolean isServable() {
        return isFresh() || this == STALE;
    }
}
