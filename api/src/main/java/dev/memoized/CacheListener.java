package dev.memoized;

/**
 * Hears how memoized calls end. Make it a CDI bean; all beans of this type are told, in no particular order.
 *
 * <p>Called on the caller's or the renewing thread, by many threads at once, after the fact and outside all locks: be
 * quick. What it throws is logged once and otherwise ignored. Of memoized calls that it makes itself it hears too.
 */
public interface CacheListener {

    /**
     * A call has ended.
     *
     * @param name the method's namespace
     * @param outcome how it ended
     * @param ageNanos the served value's age in nanoseconds, counted from the start of its computation; -1 when no value
     *     was served
     */
    default void called(String name, Outcome outcome, long ageNanos) {}

    /**
     * Something became of a renewal behind the callers.
     *
     * @param name the method's namespace
     * @param event what
     */
    default void refreshed(String name, RefreshEvent event) {}

    /**
     * Something went wrong beside a computation.
     *
     * @param name the method's namespace
     * @param mishap what
     */
    default void suffered(String name, Mishap mishap) {}
}
