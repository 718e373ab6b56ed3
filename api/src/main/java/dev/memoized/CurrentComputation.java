package dev.memoized;

import java.time.Duration;
import java.util.Optional;

/**
 * The running computation, as it speaks of its own value: {@code @Inject CurrentComputation current}. What it says holds for
 * this one value, instead of what its method says for all of them.
 *
 * <p>It knows the computation by the thread that it is called on: the innermost memoized method, or computation of a
 * {@link CacheService}, whose body runs there. Of a method that returns a stage that is the thread that called it, until it
 * returns, and a thread on which the stage of a memoized call inside goes on; what is said after the stage has ended, or on
 * another thread, is not heard. In a computation whose value is not stored in any case (two callers that would wait for
 * each other, {@link WhenCold#COMPUTE}) nothing is remembered, and the rest does nothing. Outside of computations, and in
 * calls that bypass the cache, each method does nothing. Thread-safe.
 */
public interface CurrentComputation {

    /** The age that no value reaches, for {@link #expireAfter} and {@link #refreshAfter}. */
    Duration FOREVER = Cache.FOREVER;

    /**
     * When this value is gone, instead of {@link Memoized#expireAfter}, whether it is null or not.
     *
     * @param age counted from the start of the computation; {@link #FOREVER} for never; zero or less: the value is not
     *     stored, as after {@link #doNotStore}. The last word holds
     */
    void expireAfter(Duration age);

    /**
     * From when on this value is stale, instead of {@link Memoized#refreshAfter}.
     *
     * @param age counted from the start of the computation; {@link #FOREVER} for never; zero or less: the value is stale from
     *     the beginning, and each call of it has it renewed. The last word holds
     */
    void refreshAfter(Duration age);

    /**
     * The value goes to the caller and to those who wait for it, and is not stored, as where {@link CacheIf} says no; what is
     * remembered stays as it is.
     */
    void doNotStore();

    /**
     * Marks the value with tags, beside those that are known before the call: an invalidation of any of them drops it, also
     * one that is made while the computation runs.
     *
     * @param tags any texts; a value with more than 65,535 tags, or one of more than 21,845 characters with the
     *     prefix of {@code memoized.backend.<name>.namespace}, is not stored, which is logged once
     */
    void tag(String... tags);

    /**
     * What is remembered now, and what {@link #notModified} would go on with: so the computation can ask its origin whether
     * there is anything newer. It was looked up when the permission to store was given, right before the computation: what
     * was invalidated until then is not there, nor what has expired or is of another version. An entry that was invalidated
     * softly is.
     *
     * @return the same at each call in one computation, but for the age; empty also where the caller has told the cache to
     *     renew whatever is there ({@link MemoizedMethods#renewing}), and outside of computations
     */
    Optional<Remembered<Object>> remembered();

    /**
     * The value that is remembered is still right. It stays, with its tags and with what was said when it was computed about
     * its limits, both counted from the start of this computation; what this one says of limits and tags is added. All
     * callers get the remembered value: whatever the method returns, or its stage completes with, is ignored. An
     * invalidation during the computation still holds: then nothing is stored.
     *
     * @throws IllegalStateException inside of a computation for which nothing is {@link #remembered}, and always inside of a
     *     {@link CachePut} method, whose result is a new one; where it does not catch that, the method has failed and the
     *     entry stays as it is
     */
    void notModified();
}
