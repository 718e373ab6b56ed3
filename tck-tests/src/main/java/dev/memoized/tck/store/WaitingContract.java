package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Store;
import dev.memoized.testing.Callers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How others wait for the end of a lease. */
abstract class WaitingContract<V> extends LeaseEndContract<V> {

    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    @Test
    @Says("Who waits while no lease is out does not wait.")
    void awaitChange_withoutALease_returns() {
        assertEnds(waiter(units(1000)));
    }

    @Test
    @Says("Who waits for a lease whose life has ended does not wait.")
    void awaitChange_ofAnEndedLease_returns() {
        lease(KEY);
        pass(units(10));
        assertEnds(waiter(units(1000)));
    }

    @Test
    @Says("Who waits for a lease that a mark has voided before does not wait.")
    void awaitChange_belowAMark_returns() {
        lease(KEY);
        invalidateNamespace(InvalidationMode.SOFT);
        assertEnds(waiter(units(1000)));
    }

    @Test
    @Says("A waiter goes on after a release.")
    void awaitChange_returnsAfterRelease() {
        Lease lease = lease(KEY);
        Callers<Boolean> waiter = waiter(units(1000));
        store().release(lease);
        assertEnds(waiter);
    }

    @Test
    @Says("A waiter goes on after publishing.")
    void awaitChange_returnsAfterPublish() {
        Lease lease = lease(KEY);
        Callers<Boolean> waiter = waiter(units(1000));
        publish(lease, 1);
        assertEnds(waiter);
    }

    @Test
    @Says("A waiter goes on after a delete.")
    void awaitChange_returnsAfterDelete() {
        lease(KEY);
        Callers<Boolean> waiter = waiter(units(1000));
        store().invalidate(KEY);
        assertEnds(waiter);
    }

    @Test
    @Says("A waiter goes on after a put.")
    void awaitChange_returnsAfterPut() {
        lease(KEY);
        Callers<Boolean> waiter = waiter(units(1000));
        put(KEY, 1);
        assertEnds(waiter);
    }

    @Test
    @Says("All waiters of a key go on, not only one.")
    void awaitChange_letsAllGoOn() {
        Lease lease = lease(KEY);
        Callers<Boolean> waiters = waiters(4, units(1000));
        store().release(lease);
        assertThat(waiters.values()).containsOnly(true);
    }

    @Test
    @Says("Who is told to wait for ever goes on like others.")
    void awaitChange_forEver_returnsAfterRelease() {
        Lease lease = granted(store().lease(KEY, Store.FOREVER, true));
        Callers<Boolean> waiter = waiter(Store.FOREVER);
        store().release(lease);
        assertEnds(waiter);
    }

    @Test
    @Says("A waiter waits no longer than it was told.")
    void awaitChange_waitsNoLongerThanTold() {
        granted(store().lease(KEY, units(1_000_000), true));
        assertEndsInTime(waiter(unit()));
    }

    @Test
    @Says("A waiter waits no longer than the lease lives.")
    void awaitChange_waitsNoLongerThanTheLease() {
        lease(KEY);
        assertEndsInTime(waiter(units(1_000_000)));
    }

    @Test
    @Says("A waiter can be interrupted.")
    void awaitChange_canBeInterrupted() {
        lease(KEY);
        Callers<Boolean> waiter = waiter(units(1000));
        waiter.thread(0).interrupt();
        assertThat(waiter.failures()).hasOnlyElementsOfType(InterruptedException.class);
    }

    private Callers<Boolean> waiter(Duration atMost) {
        return waiters(1, atMost);
    }

    private Callers<Boolean> waiters(int count, Duration atMost) {
        return Callers.start(count, number -> {
            store().awaitChange(KEY, atMost);
            return true;
        });
    }

    private static void assertEnds(Callers<Boolean> waiter) {
        assertThat(waiter.values()).containsExactly(true);
    }

    /** Whether the waiter has begun to wait is not known, so time passes more than once. */
    private void assertEndsInTime(Callers<Boolean> waiter) {
        long end = System.nanoTime() + PATIENCE;
        while (waiter.alive() > 0 && System.nanoTime() - end < 0) {
            pass(unit());
            Thread.onSpinWait();
        }
        assertEnds(waiter);
    }
}
