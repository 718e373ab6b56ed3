package dev.memoized.tck.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.NoSuchCounterException;
import dev.memoized.NotACounterException;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole numbers that are counted. */
abstract class CacheCountingContract extends CacheLimitsContract {

    @Test
    void incr_adds() {
        cache().set(KEY, 5);
        assertThat(cache().incr(KEY, 3)).isEqualTo(8);
        assertHolds(KEY, 8);
    }

    @Test
    void decr_takesDownToZero() {
        cache().set(KEY, 5);
        assertThat(cache().decr(KEY, 2)).isEqualTo(3);
        assertThat(cache().decr(KEY, 5)).isEqualTo(0);
        assertThat(cache().decr(KEY, Long.MAX_VALUE)).isEqualTo(0);
    }

    @Test
    void missingCounter_isToldByType() {
        assertThatThrownBy(() -> cache().incr(KEY, 1)).isInstanceOf(NoSuchCounterException.class);
        assertThatThrownBy(() -> cache().decr(KEY, 1)).isInstanceOf(NoSuchCounterException.class);
        assertHoldsNothing(KEY);
    }

    @Test
    void missingCounter_becomesTheInitialNumber() {
        assertThat(cache().incr(KEY, 3, 10)).isEqualTo(10);
        assertThat(cache().incr(KEY, 3, 10)).isEqualTo(13);
        assertThat(cache().decr("down", 3, 10)).isEqualTo(10);
        assertThat(cache().decr("down", 3, 10)).isEqualTo(7);
    }

    @Test
    void initialNumber_hasTheDefaultLimit() {
        cache().incr(KEY, 1, 1);
        pass(DEFAULT.plusSeconds(1));
        assertHoldsNothing(KEY);
    }

    @Test
    void negativeDelta_isRefused() {
        cache().set(KEY, 5);
        assertThatThrownBy(() -> cache().incr(KEY, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cache().decr(KEY, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cache().incr(KEY, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cache().decr(KEY, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertHolds(KEY, 5);
    }

    @Test
    void text_isNoCounter() {
        cache().set(KEY, "5");
        assertThatThrownBy(() -> cache().incr(KEY, 1)).isInstanceOf(NotACounterException.class);
        assertThatThrownBy(() -> cache().incr(KEY, 1, 0)).isInstanceOf(NotACounterException.class);
        assertHolds(KEY, "5");
    }

    @Test
    void nullValue_isNoCounter() {
        cache().set(KEY, null);
        assertThatThrownBy(() -> cache().decr(KEY, 1)).isInstanceOf(NotACounterException.class);
        assertHolds(KEY, null);
    }

    @Test
    void counting_keepsTheLimit() {
        cache().set(KEY, 5, Duration.ofSeconds(10));
        pass(Duration.ofSeconds(9));
        cache().incr(KEY, 1);
        assertHolds(KEY, 6);
        pass(Duration.ofSeconds(1));
        assertHoldsNothing(KEY);
    }

    @Test
    void counting_stopsAtTheLargestNumber() {
        cache().set(KEY, Long.MAX_VALUE - 1);
        assertThat(cache().incr(KEY, 5)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void manyWhoCount_loseNothing() {
        List<Long> last = Callers.start(4, number -> {
                    long sum = 0;
                    for (int i = 0; i < 100; i++) {
                        sum = cache().incr(KEY, 1, 1);
                    }
                    return sum;
                })
                .values();
        assertThat(last).contains(400L);
        assertHolds(KEY, 400);
    }
}
