package dev.memoized.redis;

/** How well marks must be known. */
enum Currency {
    /** Whatever was ever told: what is stored bears a number, and is compared when it is read. */
    EVER,

    /** A moment ago. */
    RECENT,

    /** What is stored now is not to be taken for older than what has just been dropped. */
    NOW
}
