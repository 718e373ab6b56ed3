package dev.memoized.spi;

/**
 * What a store can say of itself.
 *
 * @param entries how many it holds, about; -1 when it cannot tell
 * @param evicted how many it gave up for want of room; -1 when it cannot tell
 * @param unreadable how often an entry was found that could not be read, and counted as a miss; -1 when it cannot tell
 */
public record StoreStats(long entries, long evicted, long unreadable) {}
