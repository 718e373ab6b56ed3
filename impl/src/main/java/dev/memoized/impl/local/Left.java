package dev.memoized.impl.local;

/** What marks leave of an entry. */
enum Left {
    ALL,
    STALE,
    NOTHING;

    /** What both leave. */
    Left and(Left other) {
        return compareTo(other) < 0 ? other : this;
    }
}
