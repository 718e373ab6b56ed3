package dev.memoized;

/** How a call of a memoized method ended. Each call has exactly one. */
public enum Outcome {
    /** Served from the store, younger than {@code refreshAfter}. */
    FRESH,
    /** Served from the store, older than {@code refreshAfter}; a renewal was handed over, or is under way. */
    STALE,
    /** This call computed the value. */
    COMPUTED,
    /** Another call computed the value; this one waited for it. */
    JOINED,
    /** Stale value served because its renewal failed, in this call or the last time, or took too long for this call. */
    FALLBACK,
    /** The cache took no part: it was told so, no key could be made, a context value was not there, or no request active for {@code backend = "request"}. */
    BYPASSED,
    /** {@link ColdCacheException}, or {@link UndeclaredContextException} of a call inside a computation. */
    REFUSED,
    /** The method's own exception, from this call's computation or the one it waited for. */
    FAILED
}
