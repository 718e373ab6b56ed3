package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.NotACounterException;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.testing.Callers;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whole numbers that are counted up and down. */
abstract class CounterContract<V> extends GroupContract<V> {

    @Test
    void increment_adds() {
        count(5);
        assertThat(store().increment(KEY, 3)).hasValue(8);
        assertThat(found(KEY).value()).isEqualTo(wholeNumber(8));
    }

    @Test
    void increment_takesAway() {
        count(5);
        assertThat(store().increment(KEY, -3)).hasValue(2);
    }

    @Test
    void increment_byZero_tells() {
        count(5);
        assertThat(store().increment(KEY, 0)).hasValue(5);
    }

    @Test
    void increment_downwards_stopsAtZero() {
        count(5);
        assertThat(store().increment(KEY, -9)).hasValue(0);
        assertThat(store().increment(KEY, Long.MIN_VALUE)).hasValue(0);
    }

    @Test
    void increment_upwards_ofANegativeNumber_adds() {
        count(-5);
        assertThat(store().increment(KEY, 3)).hasValue(-2);
    }

    @Test
    void increment_stopsAtTheLargestNumber() {
        count(Long.MAX_VALUE - 1);
        assertThat(store().increment(KEY, 5)).hasValue(Long.MAX_VALUE);
        assertThat(store().increment(KEY, Long.MAX_VALUE)).hasValue(Long.MAX_VALUE);
    }

    @Test
    void increment_ofNothing_isEmpty() {
        assertThat(store().increment(KEY, 1)).isEmpty();
        assertHoldsNothing(KEY);
    }

    @Test
    void increment_ofAnEndedLife_isEmpty() {
        count(5);
        pass(units(10));
        assertThat(store().increment(KEY, 1)).isEmpty();
    }

    @Test
    void increment_keepsTheLife() {
        count(5);
        pass(units(8));
        store().increment(KEY, 1);
        assertThat(found(KEY).value()).isEqualTo(wholeNumber(6));
        pass(units(2));
        assertHoldsNothing(KEY);
    }

    @Test
    void increment_ofASoftEntry_leavesItSoft() {
        count(5);
        invalidateNamespace(InvalidationMode.SOFT);
        assertThat(store().increment(KEY, 1)).hasValue(6);
        assertThat(found(KEY).softlyInvalidated()).isTrue();
    }

    @Test
    void increment_ofSomethingElse_isRefused() {
        put(KEY, 1);
        assertThatThrownBy(() -> store().increment(KEY, 1)).isInstanceOf(NotACounterException.class);
        assertHolds(KEY, 1);
    }

    @Test
    void increment_isAtomic() {
        count(0);
        Callers.start(4, number -> LongStream.range(0, 250)
                        .map(round -> store().increment(KEY, 1).orElseThrow())
                        .sum())
                .values();
        assertThat(found(KEY).value()).isEqualTo(wholeNumber(1000));
    }

    private void count(long number) {
        store().put(KEY, counter(number), units(10));
    }
}
