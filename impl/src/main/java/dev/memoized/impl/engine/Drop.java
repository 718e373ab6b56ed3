package dev.memoized.impl.engine;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import org.jspecify.annotations.Nullable;

/**
 * What a change takes away: one entry, or all below a mark.
 *
 * @param method at whose store
 * @param key of the entry; null when the mark says it all
 * @param mark null when the key says it all
 * @param mode whether it is gone or stale
 */
record Drop(MemoizedMethod method, @Nullable Object key, @Nullable Mark mark, InvalidationMode mode) {
    static Drop ofKey(MemoizedMethod method, Object key) {
        return new Drop(method, key, null, InvalidationMode.HARD);
    }

    static Drop ofMark(MemoizedMethod method, Mark mark, InvalidationMode mode) {
        return new Drop(method, null, mark, mode);
    }

    void make(Invalidations invalidations) {
        if (mark != null) {
            invalidations.raise(method, mark, mode);
        }
        if (key != null) {
            invalidations.drop(method, key);
        }
    }
}
