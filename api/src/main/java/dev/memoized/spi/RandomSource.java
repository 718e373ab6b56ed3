package dev.memoized.spi;

/**
 * Chance: by how much a limit is shortened, when a value is renewed early, how long a back-off is. It is a function of what
 * is decided about, so that with a clock in hand a run can be repeated. Make one a CDI bean to decide about it in tests.
 * Thread-safe.
 */
@FunctionalInterface
public interface RandomSource {

    /**
     * A number for one decision.
     *
     * @param seed of the key and the moment that are decided about
     * @return 0.0 or more and below 1.0, the same for the same seed; 0.0 shortens nothing and renews nothing early
     */
    double of(long seed);
}
