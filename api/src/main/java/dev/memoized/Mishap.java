package dev.memoized;

/** What went wrong beside a computation; the call went on without it, and its method's first one is in the log. */
public enum Mishap {
    /** No key could be made of the arguments: the call bypassed the cache. */
    KEY,
    /** A context value was not there, or could not be captured: the call bypassed the cache. */
    CONTEXT,
    /** The version source failed: entries were judged by their limits alone, or the call failed with {@link OnError#THROW}. */
    VERSION,
    /** {@link CacheIf} failed: the result was returned and not stored. */
    CONDITION
}
