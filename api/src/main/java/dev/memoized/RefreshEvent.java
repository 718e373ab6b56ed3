package dev.memoized;

/** What becomes of the renewal of a stale value behind its callers. */
public enum RefreshEvent {
    /** Its computation begins. */
    STARTED,
    /** Computed, and stored unless it was invalidated meanwhile or {@link CacheIf} said no. */
    SUCCEEDED,
    /** The computation threw; the stale value stays, and a call after the back-off tries again. */
    FAILED,
    /** Nothing to do when its turn came: fresh again, or renewed elsewhere. */
    SKIPPED,
    /** The queue was full or the executor refused it; a call after the back-off tries again. */
    REJECTED
}
