package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import org.junit.jupiter.api.Test;

/** How a lease ends without a result, and how it goes on. */
abstract class LeaseEndContract<V> extends LeaseContract<V> {

    @Test
    @Says("A release stores nothing.")
    void release_storesNothing() {
        store().release(lease(KEY));
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A release leaves alone what the key holds.")
    void release_leavesWhatIsHeld() {
        put(KEY, 1);
        store().release(lease(KEY));
        assertHolds(KEY, 1);
    }

    @Test
    @Says("A second release does nothing to the next one's lease.")
    void secondRelease_leavesTheSuccessorAlone() {
        Lease lease = lease(KEY);
        store().release(lease);
        lease(KEY);
        store().release(lease);
        assertBusy(KEY);
    }

    @Test
    @Says("The release of a void lease does nothing to the next one's.")
    void release_ofAVoidLease_leavesTheSuccessorAlone() {
        Lease lease = lease(KEY);
        store().invalidate(KEY);
        lease(KEY);
        store().release(lease);
        assertBusy(KEY);
    }

    @Test
    @Says("The release of a lease whose life has ended does nothing to the next one's.")
    void release_afterItsLife_leavesTheSuccessorAlone() {
        Lease lease = lease(KEY);
        pass(units(10));
        lease(KEY);
        store().release(lease);
        assertBusy(KEY);
    }

    @Test
    @Says("A release of one of several leases leaves the others.")
    void release_ofOneOfTwo_leavesTheOther() {
        Lease one = sharedLease(KEY);
        Lease other = sharedLease(KEY);
        store().release(one);
        assertThat(publish(other, 1)).isTrue();
        assertHolds(KEY, 1);
    }

    @Test
    @Says("Renewing gives a lease another life from now on.")
    void renew_givesAnotherLifeFromNowOn() {
        Lease lease = lease(KEY);
        pass(units(8));
        assertThat(store().renew(lease, units(10))).isTrue();
        pass(units(8));
        assertBusy(KEY);
        assertThat(publish(lease, 1)).isTrue();
    }

    @Test
    @Says("Renewing may shorten a lease.")
    void renew_mayShorten() {
        Lease lease = lease(KEY);
        assertThat(store().renew(lease, units(2))).isTrue();
        pass(units(2));
        lease(KEY);
    }

    @Test
    @Says("Renewing one of several leases leaves the others as they were.")
    void renew_ofASharedLease_leavesTheOthersAlone() {
        Lease one = sharedLease(KEY);
        Lease other = sharedLease(KEY);
        assertThat(store().renew(one, units(30))).isTrue();
        pass(units(20));
        assertThat(publish(other, 1)).isFalse();
        assertThat(publish(one, 2)).isTrue();
    }

    @Test
    @Says("A lease that was released, or whose life has ended, is not renewed.")
    void renew_afterItsEnd_isRefused() {
        Lease released = lease(KEY);
        store().release(released);
        assertThat(store().renew(released, units(10))).isFalse();
        Lease ended = lease(KEY);
        pass(units(10));
        assertThat(store().renew(ended, units(10))).isFalse();
    }

    @Test
    @Says("A lease whose result was published is not renewed.")
    void renew_afterPublish_isRefused() {
        Lease lease = lease(KEY);
        publish(lease, 1);
        assertThat(store().renew(lease, units(10))).isFalse();
    }

    @Test
    @Says("A lease that a delete has voided is not renewed.")
    void renew_ofAVoidLease_isRefused() {
        Lease lease = lease(KEY);
        store().invalidate(KEY);
        assertThat(store().renew(lease, units(10))).isFalse();
    }

    @Test
    @Says("A lease that a mark has voided is not renewed, a soft one included.")
    void renew_belowAMark_isRefused() {
        Lease lease = lease(KEY);
        invalidateNamespace(InvalidationMode.SOFT);
        assertThat(store().renew(lease, units(10))).isFalse();
    }

    @Test
    @Says("A renewal that is refused revives nothing.")
    void refusedRenew_revivesNothing() {
        Lease lease = lease(KEY);
        pass(units(10));
        store().renew(lease, units(10));
        assertThat(publish(lease, 1)).isFalse();
        lease(KEY);
    }

    @Test
    @Says("A lease that is out is not void.")
    void isVoid_ofALeaseThatIsOut_isFalse() {
        assertThat(lease(KEY).isVoid()).isFalse();
    }

    @Test
    @Says("That a delete of this JVM has voided a lease is known at once.")
    void isVoid_afterDelete_isKnownAtOnce() {
        Lease lease = lease(KEY);
        store().invalidate(KEY);
        assertThat(lease.isVoid()).isTrue();
    }

    @Test
    @Says("A lease that has ended is as good as void.")
    void isVoid_afterReleaseAndPublish_isTrue() {
        Lease released = lease(KEY);
        store().release(released);
        Lease published = lease(KEY);
        publish(published, 1);
        assertThat(released.isVoid()).isTrue();
        assertThat(published.isVoid()).isTrue();
    }

    @Test
    @Says("Touching and reading do not void a lease.")
    void isVoid_afterTouchAndReads_isFalse() {
        put(KEY, 1);
        Lease lease = lease(KEY);
        store().touch(KEY, units(20));
        read(KEY);
        assertThat(lease.isVoid()).isFalse();
    }

    @Test
    @Says("Once void, always void.")
    void isVoid_staysTrue() {
        Lease lease = lease(KEY);
        put(KEY, 1);
        publish(lease, 2);
        assertThat(lease.isVoid()).isTrue();
        publish(lease(KEY), 3);
        assertThat(lease.isVoid()).isTrue();
    }
}
