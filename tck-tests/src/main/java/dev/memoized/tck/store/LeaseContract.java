package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import org.junit.jupiter.api.Test;

/** Who gets a lease, and how it ends. */
abstract class LeaseContract<V> extends LivesContract<V> {

    @Test
    void lease_ofAColdKey_isGrantedWithoutEntry() {
        LeaseAnswer<V> answer = ask(KEY, true);
        assertThat(granted(answer).key()).isEqualTo(KEY);
        assertThat(answer.entry()).isNull();
    }

    @Test
    void lease_readsAgain() {
        put(KEY, 1);
        LeaseAnswer<V> answer = ask(KEY, true);
        assertThat(answer.entry()).isEqualTo(found(KEY));
        assertThat(ask(KEY, true).entry()).as("when busy").isEqualTo(found(KEY));
    }

    @Test
    void lease_whileAnotherIsOut_isBusy() {
        lease(KEY);
        pass(units(4));
        LeaseAnswer<V> answer = ask(KEY, true);
        assertThat(answer).isInstanceOf(LeaseAnswer.Busy.class);
        assertThat(((LeaseAnswer.Busy<V>) answer).remaining()).isPositive().isLessThanOrEqualTo(units(6).plus(unit()));
    }

    @Test
    void lease_ofAnotherKey_isGranted() {
        lease(KEY);
        lease("another");
    }

    @Test
    void lease_whileASharedOneIsOut_isBusy() {
        sharedLease(KEY);
        assertBusy(KEY);
    }

    @Test
    void sharedLease_isGrantedBesideOthers() {
        lease(KEY);
        sharedLease(KEY);
        sharedLease(KEY);
    }

    @Test
    void lease_afterRelease_isGranted() {
        store().release(lease(KEY));
        lease(KEY);
    }

    @Test
    void lease_afterPublish_isGranted() {
        publish(lease(KEY), 1);
        lease(KEY);
    }

    @Test
    void lease_afterItsLife_isGranted() {
        lease(KEY);
        pass(units(10));
        lease(KEY);
    }

    @Test
    void lease_afterDelete_isGranted() {
        lease(KEY);
        store().invalidate(KEY);
        lease(KEY);
    }

    @Test
    void lease_afterPut_isGranted() {
        lease(KEY);
        put(KEY, 1);
        lease(KEY);
    }

    @Test
    void release_storesNothing() {
        store().release(lease(KEY));
        assertHoldsNothing(KEY);
    }

    @Test
    void secondRelease_leavesTheSuccessorAlone() {
        Lease lease = lease(KEY);
        store().release(lease);
        lease(KEY);
        store().release(lease);
        assertBusy(KEY);
    }

    @Test
    void release_ofAVoidLease_leavesTheSuccessorAlone() {
        Lease lease = lease(KEY);
        store().invalidate(KEY);
        lease(KEY);
        store().release(lease);
        assertBusy(KEY);
    }

    @Test
    void release_ofOneOfTwo_leavesTheOther() {
        Lease one = sharedLease(KEY);
        Lease other = sharedLease(KEY);
        store().release(one);
        assertThat(publish(other, 1)).isTrue();
        assertHolds(KEY, 1);
    }

    @Test
    void renew_givesAnotherLifeFromNowOn() {
        Lease lease = lease(KEY);
        pass(units(8));
        assertThat(store().renew(lease, units(10))).isTrue();
        pass(units(8));
        assertBusy(KEY);
        assertThat(publish(lease, 1)).isTrue();
    }

    @Test
    void renew_mayShorten() {
        Lease lease = lease(KEY);
        assertThat(store().renew(lease, units(2))).isTrue();
        pass(units(2));
        lease(KEY);
    }

    @Test
    void renew_afterItsEnd_isRefused() {
        Lease released = lease(KEY);
        store().release(released);
        assertThat(store().renew(released, units(10))).isFalse();
        Lease ended = lease(KEY);
        pass(units(10));
        assertThat(store().renew(ended, units(10))).isFalse();
    }

    @Test
    void renew_ofAVoidLease_isRefused() {
        Lease lease = lease(KEY);
        store().invalidate(KEY);
        assertThat(store().renew(lease, units(10))).isFalse();
    }

    @Test
    void isVoid_ofALeaseThatIsOut_isFalse() {
        assertThat(lease(KEY).isVoid()).isFalse();
    }

    @Test
    void isVoid_afterDelete_isKnownAtOnceInOneJvm() {
        Lease lease = lease(KEY);
        store().invalidate(KEY);
        assertThat(lease.isVoid() || isShared()).isTrue();
    }

    @Test
    void isVoid_staysTrue() {
        Lease lease = lease(KEY);
        put(KEY, 1);
        publish(lease, 2);
        assertThat(lease.isVoid()).isTrue();
        publish(lease(KEY), 3);
        assertThat(lease.isVoid()).isTrue();
    }
}
