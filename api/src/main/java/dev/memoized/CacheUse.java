package dev.memoized;

/** What memoized calls make of the cache, where a program decides it: {@link MemoizedMethods}. */
public enum CacheUse {
    /** As their methods say. */
    NORMAL,
    /** Nothing: each call computes, reads nothing and stores nothing. */
    BYPASS,
    /** Each key is computed anew by the first call of it, and stored; after that it is as usual. */
    RENEW
}
