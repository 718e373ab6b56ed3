package dev.memoized;

/** What a caller gets whose computation failed, or the one that it waited for, while there is a stale value. */
public enum OnError {
    /** The stale value; the next attempt for that key is made after a back-off. */
    SERVE_STALE,
    /** The method's own exception; the back-off holds all the same, and meanwhile others get the stale value. */
    THROW
}
