package dev.memoized;

/** What a caller does that finds no servable value while another one computes it. */
public enum WhenCold {
    /** Waits for that computation, at most {@link Memoized#waitAtMost}, then {@link ColdCacheException}. */
    WAIT,
    /** {@link ColdCacheException} at once. */
    FAIL,
    /** Computes for itself; its result is returned and not stored. */
    COMPUTE
}
