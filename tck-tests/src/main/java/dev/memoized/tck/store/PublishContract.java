package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import org.junit.jupiter.api.Test;

/** Which results of computations are stored. */
abstract class PublishContract<V> extends WaitingContract<V> {

    @Test
    @Says("What was published is read.")
    void publish_isRead() {
        assertThat(publish(lease(KEY), 1)).isTrue();
        assertHolds(KEY, 1);
    }

    @Test
    @Says("A result replaces the old value.")
    void publish_replacesTheOldValue() {
        put(KEY, 1);
        assertThat(publish(lease(KEY), 2)).isTrue();
        assertHolds(KEY, 2);
    }

    @Test
    @Says("A result bears the number of its lease, whatever was invalidated since.")
    void publish_storesTheLeasesNumber() {
        Lease lease = lease(KEY);
        store().invalidate(Mark.tag("another"), InvalidationMode.HARD);
        publish(lease, 1);
        assertThat(found(KEY).asOf()).isEqualTo(lease.asOf());
    }

    @Test
    @Says("The lease decides about the number, not the entry.")
    void publish_ofAnotherNumber_storesTheLeases() {
        Lease lease = lease(KEY);
        store().publish(lease, entry(1).asOf(Long.MAX_VALUE), units(10));
        assertThat(found(KEY).asOf()).isEqualTo(lease.asOf());
        invalidateNamespace(InvalidationMode.SOFT);
        assertHoldsSoftly(KEY, 1);
    }

    @Test
    @Says("A lease stores one result.")
    void secondPublish_isRefused() {
        Lease lease = lease(KEY);
        publish(lease, 1);
        assertThat(publish(lease, 2)).isFalse();
        assertHolds(KEY, 1);
    }

    @Test
    @Says("Of leases that exclude nobody the first result wins.")
    void firstOfTwoShared_wins() {
        Lease one = sharedLease(KEY);
        Lease other = sharedLease(KEY);
        assertThat(publish(other, 2)).isTrue();
        assertThat(publish(one, 1)).isFalse();
        assertHolds(KEY, 2);
    }

    @Test
    @Says("The first result wins beside a lease that excludes others, too.")
    void sharedBesideExclusive_firstWins() {
        Lease exclusive = lease(KEY);
        Lease shared = sharedLease(KEY);
        assertThat(publish(shared, 2)).isTrue();
        assertThat(publish(exclusive, 1)).isFalse();
        assertHolds(KEY, 2);
    }

    @Test
    @Says("A result is refused after the release of its lease.")
    void publish_afterRelease_isRefused() {
        Lease lease = lease(KEY);
        store().release(lease);
        assertRefused(lease);
    }

    @Test
    @Says("A result is refused after the life of its lease.")
    void publish_afterItsLife_isRefused() {
        Lease lease = lease(KEY);
        pass(units(10));
        assertRefused(lease);
    }

    @Test
    @Says("A result that comes before its lease's life has ended is stored.")
    void publish_beforeItsLifeEnds_isStored() {
        Lease lease = lease(KEY);
        pass(units(8));
        assertStored(lease);
    }

    @Test
    @Says("A late result is refused, and leaves the next one's lease alone.")
    void publish_afterASuccessor_isRefusedAndLeavesItAlone() {
        Lease lease = lease(KEY);
        pass(units(10));
        Lease successor = lease(KEY);
        assertRefused(lease);
        assertThat(publish(successor, 2)).isTrue();
        assertHolds(KEY, 2);
    }

    @Test
    @Says("A refused result leaves the old value.")
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
