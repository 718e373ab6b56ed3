package dev.memoized.impl.freshness;

import dev.memoized.spi.RandomSource;

/** Numbers that look like chance: the finalizer of SplitMix64 (Steele, Lea, Flood: Fast Splittable Generators, 2014). */
public final class MixedRandom implements RandomSource {
    private static final double UNIT = 0x1.0p-53;

    private final long salt;

    /**
     * A source.
     *
     * @param salt tells JVMs apart, so that they do not all decide alike
     */
    public MixedRandom(long salt) {
        this.salt = salt;
    }

    @Override
    public double of(long seed) {
        long z = seed + salt + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * UNIT;
    }
}
