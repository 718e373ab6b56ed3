package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.NotACounterException;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whole numbers that are counted up and down. */
abstract class CounterContract<V> extends GroupContract<V> {

    @Test
    @Says("An increment adds, tells the new number and stores it.")
    void increment_adds() {
        count(5);
        assertThat(store().increment(KEY, 3)).hasValue(8);
        assertThat(found(KEY).value()).isEqualTo(wholeNumber(8));
    }

    @Test
    @Says("An increment by less than zero takes away.")
    void increment_takesAway() {
        count(5);
        assertThat(store().increment(KEY, -3)).hasValue(2);
    }

    @Test
    @Says("An increment by zero tells the number, a negative one too.")
    void increment_byZero_tellsTheNumber() {
        count(5);
        assertThat(store().increment(KEY, 0)).hasValue(5);
        count(-5);
        assertThat(store().increment(KEY, 0)).hasValue(-5);
    }

    @Test
    @Says("On its way down a number stops at zero.")
    void increment_downwards_stopsAtZero() {
        count(5);
        assertThat(store().increment(KEY, -9)).hasValue(0);
        assertThat(store().increment(KEY, Long.MIN_VALUE)).hasValue(0);
    }

    @Test
    @Says("A negative number that is counted down becomes zero.")
    void increment_downwards_ofANegativeNumber_isZero() {
        count(-5);
        assertThat(store().increment(KEY, -3)).hasValue(0);
    }

    @Test
    @Says("A negative number that is counted up need not reach zero.")
    void increment_upwards_ofANegativeNumber_adds() {
        count(-5);
        assertThat(store().increment(KEY, 3)).hasValue(-2);
    }

    @Test
    @Says("On its way up a number stops at the largest one.")
    void increment_stopsAtTheLargestNumber() {
        count(Long.MAX_VALUE - 1);
        assertThat(store().increment(KEY, 5)).hasValue(Long.MAX_VALUE);
        assertThat(store().increment(KEY, Long.MAX_VALUE)).hasValue(Long.MAX_VALUE);
    }

    @Test
    @Says("An increment of nothing stores nothing, and the answer is empty.")
    void increment_ofNothing_isEmpty() {
        assertThat(store().increment(KEY, 1)).isEmpty();
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("An increment of a number whose life has ended finds nothing.")
    void increment_ofAnEndedLife_isEmpty() {
        count(5);
        pass(units(10));
        assertThat(store().increment(KEY, 1)).isEmpty();
    }

    @Test
    @Says("An increment leaves the life of the number as it is.")
    void increment_keepsTheLife() {
        count(5);
        pass(units(8));
        store().increment(KEY, 1);
        assertThat(found(KEY).value()).isEqualTo(wholeNumber(6));
        pass(units(2));
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("An increment leaves tags, own limits and time as they are.")
    void increment_keepsTheFacts() {
        store().put(KEY, new Entry<>(wholeNumber(5), time().nanos(), 0, null, 0, Set.of(TAG), false, OWN), units(10));
        Entry<V> before = found(KEY);
        pass(units(2));
        store().increment(KEY, 1);
        assertThat(Duration.ofNanos(found(KEY).computedAt() - before.computedAt())
                        .abs())
                .isLessThan(unit());
        assertThat(found(KEY).tags()).containsExactly(TAG);
        assertThat(found(KEY).ownLimits()).isEqualTo(OWN);
        invalidateTag(InvalidationMode.HARD);
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("An increment does not make fresh what a soft mark has left stale.")
    void increment_ofASoftEntry_leavesItSoft() {
        count(5);
        invalidateNamespace(InvalidationMode.SOFT);
        assertThat(store().increment(KEY, 1)).hasValue(6);
        assertThat(found(KEY).softlyInvalidated()).isTrue();
    }

    @Test
    @Says("A number of a smaller type keeps it as long as it fits.")
    void increment_ofASmallNumber_keepsItsType() {
        V small = smallNumber(5);
        if (small != null) {
            store().put(KEY, Entry.of(small, time().nanos(), Set.of()), units(10));
            assertThat(store().increment(KEY, 3)).hasValue(8);
            assertThat(found(KEY).value()).isEqualTo(smallNumber(8));
            assertThat(store().increment(KEY, Integer.MAX_VALUE)).hasValue(Integer.MAX_VALUE + 8L);
            assertThat(found(KEY).value()).isEqualTo(wholeNumber(Integer.MAX_VALUE + 8L));
        }
    }

    @Test
    @Says("An increment of what is no whole number is refused, and the value stays.")
    void increment_ofSomethingElse_isRefused() {
        put(KEY, 1);
        assertThatThrownBy(() -> store().increment(KEY, 1)).isInstanceOf(NotACounterException.class);
        assertHolds(KEY, 1);
    }

    @Test
    @Says("Null is no whole number.")
    void increment_ofNull_isRefused() {
        store().put(KEY, Entry.of(nullValue(), time().nanos(), Set.of()), units(10));
        assertThatThrownBy(() -> store().increment(KEY, 1)).isInstanceOf(NotACounterException.class);
        assertThat(found(KEY).value()).isEqualTo(nullValue());
    }

    @Test
    @Says("An increment that is refused voids nothing.")
    void publish_afterARefusedIncrement_succeeds() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        assertThatThrownBy(() -> store().increment(KEY, 1)).isInstanceOf(NotACounterException.class);
        assertStored(lease);
    }

    final void count(long number) {
        store().put(KEY, counter(number), units(10));
    }
}
