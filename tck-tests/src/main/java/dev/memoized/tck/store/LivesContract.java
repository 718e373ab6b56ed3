package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Store;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long entries live. */
abstract class LivesContract<V> extends ReadingContract<V> {

    @Test
    void life_lastsUntilItsEnd() {
        store().put(KEY, entry(1), units(10));
        pass(units(8));
        assertHolds(KEY, 1);
        pass(units(2));
        assertHoldsNothing(KEY);
    }

    @Test
    void life_countsFromTheWrite() {
        store().put(KEY, entry(1), units(10));
        pass(units(8));
        store().put(KEY, entry(2), units(10));
        pass(units(8));
        assertHolds(KEY, 2);
    }

    @Test
    void forever_doesNotEnd() {
        store().put(KEY, entry(1), Store.FOREVER);
        pass(units(1000));
        assertHolds(KEY, 1);
    }

    @Test
    void zeroLife_deletesAndSucceeds() {
        put(KEY, 1);
        assertThat(store().put(KEY, entry(2), Duration.ZERO)).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    void negativeLife_deletesAndSucceeds() {
        put(KEY, 1);
        assertThat(store().put(KEY, entry(2), unit().negated())).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    void zeroLife_ofAnAdd_storesNothingAndAnswers() {
        assertThat(store().add(KEY, entry(1), Duration.ZERO)).isTrue();
        assertHoldsNothing(KEY);
        put(KEY, 2);
        assertThat(store().add(KEY, entry(1), Duration.ZERO)).isFalse();
        assertHolds(KEY, 2);
    }

    @Test
    void zeroLife_ofAPublish_isNotKept() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        assertThat(store().publish(lease, entry(2).asOf(lease.asOf()), Duration.ZERO))
                .isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    void publishedLife_ends() {
        publish(lease(KEY), 1);
        pass(units(8));
        assertHolds(KEY, 1);
        pass(units(2));
        assertHoldsNothing(KEY);
    }

    @Test
    void endedLife_isReplacedByAdd() {
        put(KEY, 1);
        pass(units(10));
        assertThat(store().add(KEY, entry(2), units(10))).isTrue();
        assertHolds(KEY, 2);
    }

    @Test
    void endedLife_isNothingToDelete() {
        put(KEY, 1);
        pass(units(10));
        assertThat(store().invalidate(KEY)).isFalse();
    }

    @Test
    void touch_lengthensALife() {
        put(KEY, 1);
        assertThat(store().touch(KEY, units(30))).isTrue();
        pass(units(20));
        assertHolds(KEY, 1);
    }

    @Test
    void touch_shortensALife() {
        put(KEY, 1);
        assertThat(store().touch(KEY, units(2))).isTrue();
        pass(units(2));
        assertHoldsNothing(KEY);
    }

    @Test
    void touch_countsFromTheTouch() {
        put(KEY, 1);
        pass(units(8));
        store().touch(KEY, units(10));
        pass(units(8));
        assertHolds(KEY, 1);
    }

    @Test
    void touch_keepsTheAge() {
        put(KEY, 1);
        Entry<V> before = found(KEY);
        pass(units(5));
        store().touch(KEY, units(10));
        assertThat(Duration.ofNanos(found(KEY).computedAt() - before.computedAt())
                        .abs())
                .isLessThan(unit());
    }

    @Test
    void touch_forever_doesNotEnd() {
        put(KEY, 1);
        store().touch(KEY, Store.FOREVER);
        pass(units(1000));
        assertHolds(KEY, 1);
    }

    @Test
    void touch_zeroLife_deletes() {
        put(KEY, 1);
        assertThat(store().touch(KEY, Duration.ZERO)).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    void touch_ofNothing_saysSo() {
        assertThat(store().touch(KEY, units(10))).isFalse();
        assertHoldsNothing(KEY);
    }

    @Test
    void touch_ofAnEndedLife_doesNotRevive() {
        put(KEY, 1);
        pass(units(10));
        assertThat(store().touch(KEY, units(10))).isFalse();
        assertHoldsNothing(KEY);
    }

    @Test
    void touch_ofAGoneEntry_doesNotRevive() {
        put(KEY, 1);
        invalidateNamespace(InvalidationMode.HARD);
        assertThat(store().touch(KEY, units(10))).isFalse();
        assertHoldsNothing(KEY);
    }

    @Test
    void touch_ofASoftEntry_leavesItSoft() {
        put(KEY, 1);
        invalidateNamespace(InvalidationMode.SOFT);
        assertThat(store().touch(KEY, units(10))).isTrue();
        assertHoldsSoftly(KEY, 1);
    }
}
