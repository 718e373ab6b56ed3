package dev.memoized;

import org.jspecify.annotations.Nullable;

/**
 * Makes the object that stands for the arguments of a call in its key. Called on the caller's thread for each call, by
 * many threads at once.
 */
@FunctionalInterface
public interface KeyGenerator {

    /**
     * The object that stands for the arguments.
     *
     * @param call the call
     * @return a value whose equality is that of the results: text, number, record, enum, list, {@link TwoPartKey} …; null
     *     is a value too.
     *     When it throws, or the value has no equality, the call bypasses the cache
     */
    @Nullable
    Object key(MemoizedCall call);

    /** Stands for "the parameters themselves"; never called. */
    final class Default implements KeyGenerator {
        private Default() {}

        @Override
        public @Nullable Object key(MemoizedCall call) {
            throw new UnsupportedOperationException("stands for the parameters themselves");
        }
    }
}
