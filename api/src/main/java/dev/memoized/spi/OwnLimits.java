package dev.memoized.spi;

/**
 * What a computation said about how long its value is good, where that is not what its method says for all of them. Both are
 * counted from the start of the computation, in nanoseconds.
 *
 * @param refreshAfter the value is stale when it is older; {@link #OF_METHOD}, {@link #NEVER}, or not below zero
 * @param expireAfter the value is gone when it is older; the same
 */
public record OwnLimits(long refreshAfter, long expireAfter) {

    /** Nothing was said: that of the method holds. */
    public static final long OF_METHOD = -1;

    /** An age that no value passes. */
    public static final long NEVER = Long.MAX_VALUE;

    /**
     * Checks them.
     *
     * @throws IllegalArgumentException when one is below {@link #OF_METHOD}
     */
    public OwnLimits {
        if (Math.min(refreshAfter, expireAfter) < OF_METHOD) {
            throw new IllegalArgumentException("a limit below zero");
        }
    }
}
