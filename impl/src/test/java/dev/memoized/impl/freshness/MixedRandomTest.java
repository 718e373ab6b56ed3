package dev.memoized.impl.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MixedRandomTest {
    /** SplitMix64's first number for seed 1234567, as its authors' program gives it. */
    private static final long PUBLISHED = 6457827717110365317L;

    @Test
    void number_isThatOfSplitMix64() {
        assertThat(new MixedRandom(0).of(1234567)).isEqualTo((PUBLISHED >>> 11) * 0x1.0p-53);
    }

    @Test
    void salt_isAddedToTheSeed() {
        assertThat(new MixedRandom(1234560).of(7)).isEqualTo(new MixedRandom(0).of(1234567));
    }

    @Test
    void numbersOfNeighbours_fillTheRange() {
        double[] numbers =
                LongStream.range(0, 10_000).mapToDouble(new MixedRandom(42)::of).toArray();
        assertThat(DoubleStream.of(numbers).min().orElseThrow()).isBetween(0.0, 0.01);
        assertThat(DoubleStream.of(numbers).max().orElseThrow()).isBetween(0.99, 1.0);
        assertThat(DoubleStream.of(numbers).average().orElseThrow()).isBetween(0.48, 0.52);
        assertThat(DoubleStream.of(numbers).distinct().count()).isEqualTo(10_000);
    }
}
