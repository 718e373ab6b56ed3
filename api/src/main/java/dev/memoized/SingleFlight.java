package dev.memoized;

/** Among whom one computes while the others wait; what is stored is safe with both. */
public enum SingleFlight {
    /** All who share the backend. */
    SHARED,
    /** The callers in one JVM; each JVM computes for itself, and what the first one brings is stored. */
    LOCAL
}
