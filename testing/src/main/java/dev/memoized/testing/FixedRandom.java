package dev.memoized.testing;

import dev.memoized.spi.RandomSource;

/**
 * Chance in the hand of a test: always the same number until it is set to another. Zero, with which it begins, makes
 * limits exact, back-offs whole and nothing early. Thread-safe.
 */
public final class FixedRandom implements RandomSource {
    private volatile double number;

    /**
     * From now on.
     *
     * @param next 0.0 or more and below 1.0
     */
    public void set(double next) {
        if (!(next >= 0 && next < 1)) {
            throw new IllegalArgumentException(next + " is not in [0, 1)");
        }
        number = next;
    }

    @Override
    public double of(long seed) {
        return number;
    }
}
