package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Store;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What gives an entry another life. */
abstract class TouchContract<V> extends LivesContract<V> {

    @Test
    @Says("A touch lengthens a life.")
    void touch_lengthensALife() {
        put(KEY, 1);
        assertThat(store().touch(KEY, units(30))).isTrue();
        pass(units(20));
        assertHolds(KEY, 1);
    }

    @Test
    @Says("A touch shortens a life.")
    void touch_shortensALife() {
        put(KEY, 1);
        assertThat(store().touch(KEY, units(2))).isTrue();
        pass(units(2));
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("The new life is counted from the touch.")
    void touch_countsFromTheTouch() {
        put(KEY, 1);
        pass(units(8));
        store().touch(KEY, units(10));
        pass(units(8));
        assertHolds(KEY, 1);
    }

    @Test
    @Says("A touch leaves the age as it is.")
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
    @Says("A touch leaves value, tags, version, own limits and number as they are.")
    void touch_keepsTheFacts() {
        Lease lease = lease(KEY);
        Entry<V> entry = new Entry<>(value(1), time().nanos(), 42, "v1", lease.asOf(), Set.of(TAG), false, OWN);
        store().publish(lease, entry, units(10));
        Entry<V> before = found(KEY);
        store().touch(KEY, units(20));
        assertSame(found(KEY), before);
    }

    @Test
    @Says("An entry that was touched with FOREVER does not end by itself.")
    void touch_forever_doesNotEnd() {
        put(KEY, 1);
        store().touch(KEY, Store.FOREVER);
        pass(units(20));
        assertHolds(KEY, 1);
    }

    @Test
    @Says("A touch with a life of zero deletes, and says that there was something.")
    void touch_zeroLife_deletes() {
        put(KEY, 1);
        assertThat(store().touch(KEY, Duration.ZERO)).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A touch with a life of less than zero deletes.")
    void touch_negativeLife_deletes() {
        put(KEY, 1);
        assertThat(store().touch(KEY, unit().negated())).isTrue();
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("The life of a touch is rounded up too.")
    void touch_shortestLife_isALife() {
        put(KEY, 1);
        store().touch(KEY, unit().dividedBy(2));
        assertHolds(KEY, 1);
    }

    @Test
    @Says("A touch of nothing is no error, and says so.")
    void touch_ofNothing_saysSo() {
        assertThat(store().touch(KEY, units(10))).isFalse();
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A touch of nothing with a life of zero says so too.")
    void touch_zeroLife_ofNothing_saysSo() {
        assertThat(store().touch(KEY, Duration.ZERO)).isFalse();
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A touch does not revive what has ended.")
    void touch_ofAnEndedLife_doesNotRevive() {
        put(KEY, 1);
        pass(units(10));
        assertThat(store().touch(KEY, units(10))).isFalse();
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A touch does not revive what a hard mark has taken.")
    void touch_ofAGoneEntry_doesNotRevive() {
        put(KEY, 1);
        invalidateNamespace(InvalidationMode.HARD);
        assertThat(store().touch(KEY, units(10))).isFalse();
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A touch does not make fresh what a soft mark has left stale.")
    void touch_ofASoftEntry_leavesItSoft() {
        put(KEY, 1);
        invalidateNamespace(InvalidationMode.SOFT);
        assertThat(store().touch(KEY, units(10))).isTrue();
        assertHoldsSoftly(KEY, 1);
    }
}
