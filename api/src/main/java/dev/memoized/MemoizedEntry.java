package dev.memoized;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A handle of what is remembered of one call: of one method with these arguments and context values. Made by
 * {@link MemoizedMethods#entry(java.util.concurrent.Callable)}, which fixes both; the version of the data is asked for, where
 * the method has a version source, when the handle is used. Handles are cheap, may be kept, and are thread-safe.
 *
 * <p>All operations throw {@link EntryException} while a context value is missing that the method varies by, and for methods
 * whose values live with a request or an instance where there is none. While configuration lets the cache take no part in the
 * method's calls, nothing is found and nothing is stored.
 *
 * @param <R> the type of the value; of a method that returns a stage that of the stage's value
 */
public interface MemoizedEntry<R> {

    /**
     * What is remembered; computes nothing and renews nothing.
     *
     * @return fresh or stale; empty when there is nothing, or what is there is expired or of another version
     */
    Optional<Remembered<R>> lookup();

    /**
     * Whether something is remembered.
     *
     * @return whether {@link #lookup} finds something
     */
    boolean contains();

    /**
     * Stores a value as if it had been computed now, whatever the method's {@link Memoized#cacheIf} says. A computation that is
     * under way is not stored.
     *
     * @param value or null
     * @return whether it is remembered; false, and the old one is gone, when the store does not take it
     * @throws EntryException when the method could not return that
     */
    boolean put(@Nullable R value);

    /**
     * The same with a value that was computed before.
     *
     * @param value or null
     * @param computedAt from when on its age counts; the future is now
     * @return whether it is remembered; false, and the old one is gone, when it is expired already or the store does not take it
     * @throws EntryException when the method could not return that
     */
    boolean put(@Nullable R value, Instant computedAt);

    /** Forgets what is remembered, and voids a computation that is under way. Entries of other context values stay. */
    void invalidate();

    /**
     * Computes and stores the value, whatever is remembered, and waits for that: on another thread, in a request of its own that
     * has the handle's context values. A computation that is under way is given up; those who wait for it look again.
     *
     * @return the new value
     * @throws ColdCacheException when that takes longer than {@code memoized.longest-computation}, or this thread is interrupted
     * @throws EntryException for methods whose values live with a request or an instance
     * @throws Exception the method's own; what was remembered stays
     */
    @Nullable
    R refreshNow() throws Exception;

    /**
     * The same behind the caller, where renewals of stale values run. A failure is logged, and what was remembered stays.
     *
     * @return true when a renewal is queued or running now, maybe one that somebody else has asked for; false when there was no
     *     room for it
     * @throws EntryException for methods whose values live with a request or an instance
     */
    boolean refreshInBackground();

    /**
     * The handle of the same call with another context value.
     *
     * @param type that the method names in {@link Memoized#varyBy}
     * @param value instead of the captured one, or of one that was not there
     * @param <T> the type of the value
     * @return another handle; this one does not change
     * @throws UndeclaredContextException when the method does not vary by it
     */
    <T> MemoizedEntry<R> with(Class<? extends ContextValue<T>> type, T value);
}
