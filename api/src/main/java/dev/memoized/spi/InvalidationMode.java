package dev.memoized.spi;

/** How much an invalidation takes away. */
public enum InvalidationMode {
    /** The entries are gone. */
    HARD,
    /** The entries may be served as stale, never as fresh. */
    SOFT
}
