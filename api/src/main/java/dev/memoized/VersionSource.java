package dev.memoized;

import org.jspecify.annotations.Nullable;

/**
 * Tells cheaply which version the data behind a call has: a row's version, the time of the last change, a sequence number.
 * Entries of another version are never served. Found or made like {@link Memoized#keyGenerator}; called by many threads at
 * once.
 *
 * <p>It is asked once in a request for each key, in a caller without a request for each call, and before the computation;
 * the version never makes a value fresh or stale, the limits do. Of the request it may use only
 * {@link MemoizedCall#context}. When it calls the method that it is the source of, that call is judged by limits alone.
 */
@FunctionalInterface
public interface VersionSource {

    /**
     * The version of what the call would compute.
     *
     * @param call the call
     * @return a value with equality: number, text, time, record …; null is the default version. When this method throws, or
     *     the value has no equality, the entry is judged by its limits alone
     */
    @Nullable
    Object version(MemoizedCall call);

    /** Stands for "there are no versions"; never called. */
    final class None implements VersionSource {
        private None() {}

        @Override
        public @Nullable Object version(MemoizedCall call) {
            throw new UnsupportedOperationException("stands for no versions");
        }
    }
}
