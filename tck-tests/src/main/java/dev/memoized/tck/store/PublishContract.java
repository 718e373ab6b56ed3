package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Lease;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which results of computations are stored: what was written or deleted meanwhile wins. */
abstract class PublishContract<V> extends WaitingContract<V> {

    @Test
    void publish_isRead() {
        assertThat(publish(lease(KEY), 1)).isTrue();
        assertHolds(KEY, 1);
    }

    @Test
    void publish_replacesTheOldValue() {
        put(KEY, 1);
        assertThat(publish(lease(KEY), 2)).isTrue();
        assertHolds(KEY, 2);
    }

    @Test
    void secondPublish_isRefused() {
        Lease lease = lease(KEY);
        publish(lease, 1);
        assertThat(publish(lease, 2)).isFalse();
        assertHolds(KEY, 1);
    }

    @Test
    void firstOfTwoShared_wins() {
        Lease one = sharedLease(KEY);
        Lease other = sharedLease(KEY);
        assertThat(publish(other, 2)).isTrue();
        assertThat(publish(one, 1)).isFalse();
        assertHolds(KEY, 2);
    }

    @Test
    void sharedBesideExclusive_firstWins() {
        Lease exclusive = lease(KEY);
        Lease shared = sharedLease(KEY);
        assertThat(publish(shared, 2)).isTrue();
        assertThat(publish(exclusive, 1)).isFalse();
        assertHolds(KEY, 2);
    }

    @Test
    void publish_afterRelease_isRefused() {
        Lease lease = lease(KEY);
        store().release(lease);
        assertRefused(lease);
    }

    @Test
    void publish_afterItsLife_isRefused() {
        Lease lease = lease(KEY);
        pass(units(10));
        assertRefused(lease);
    }

    @Test
    void publish_afterASuccessor_isRefusedAndLeavesItAlone() {
        Lease lease = lease(KEY);
        pass(units(10));
        Lease successor = lease(KEY);
        assertRefused(lease);
        assertThat(publish(successor, 2)).isTrue();
        assertHolds(KEY, 2);
    }

    @Test
    void publish_afterDelete_isRefused() {
        Lease lease = lease(KEY);
        store().invalidate(KEY);
        assertRefused(lease);
    }

    @Test
    void publish_afterPut_isRefused() {
        Lease lease = lease(KEY);
        put(KEY, 2);
        assertThat(publish(lease, 1)).isFalse();
        assertHolds(KEY, 2);
    }

    @Test
    void publish_afterPutWithoutLife_isRefused() {
        Lease lease = lease(KEY);
        store().put(KEY, entry(2), Duration.ZERO);
        assertRefused(lease);
    }

    @Test
    void publish_afterAdd_isRefused() {
        Lease lease = lease(KEY);
        store().add(KEY, entry(2), units(10));
        assertThat(publish(lease, 1)).isFalse();
        assertHolds(KEY, 2);
    }

    @Test
    void publish_afterAnAddThatStoredNothing_succeeds() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        store().add(KEY, entry(2), units(10));
        assertStored(lease);
    }

    @Test
    void publish_afterIncrement_isRefused() {
        store().put(KEY, counter(1), units(10));
        Lease lease = lease(KEY);
        store().increment(KEY, 1);
        assertThat(publish(lease, 1)).isFalse();
        assertThat(found(KEY).value()).isEqualTo(wholeNumber(2));
    }

    @Test
    void publish_afterTouch_succeeds() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        store().touch(KEY, units(20));
        assertStored(lease);
    }

    @Test
    void publish_afterTouchWithoutLife_isRefused() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        store().touch(KEY, Duration.ZERO);
        assertRefused(lease);
    }

    @Test
    void publish_afterReads_succeeds() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        read(KEY);
        assertStored(lease);
    }

    @Test
    void publish_afterEviction_succeeds() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        for (int number = 0; number < 10 * MAXIMUM_ENTRIES; number++) {
            put("filler-" + number, number);
        }
        assertThat(publish(lease, 2)).isTrue();
    }

    @Test
    void publish_afterDeleteOfAnotherKey_succeeds() {
        Lease lease = lease(KEY);
        store().invalidate("another");
        assertStored(lease);
    }

    @Test
    void refusedPublish_changesNothing() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        store().release(lease);
        assertThat(publish(lease, 2)).isFalse();
        assertHolds(KEY, 1);
    }

    final void assertRefused(Lease lease) {
        assertThat(publish(lease, 1)).isFalse();
        assertHoldsNothing(KEY);
    }

    final void assertStored(Lease lease) {
        assertThat(publish(lease, 9)).isTrue();
        assertHolds(KEY, 9);
    }
}
