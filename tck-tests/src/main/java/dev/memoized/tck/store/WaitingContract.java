package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Lease;
import dev.memoized.testing.Callers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How others wait for the end of a lease. */
abstract class WaitingContract<V> extends LeaseContract<V> {
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    @Test
    void awaitChange_withoutALease_returns() {
        assertEnds(waiter(units(1000)));
    }

    @Test
    void awaitChange_returnsAfterRelease() {
        Lease lease = lease(KEY);
        Callers<Boolean> waiter = waiter(units(1000));
        store().release(lease);
        assertEnds(waiter);
    }

    @Test
    void awaitChange_returnsAfterPublish() {
        Lease lease = lease(KEY);
        Callers<Boolean> waiter = waiter(units(1000));
        publish(lease, 1);
        assertEnds(waiter);
    }

    @Test
    void awaitChange_returnsAfterDelete() {
        lease(KEY);
        Callers<Boolean> waiter = waiter(units(1000));
        store().invalidate(KEY);
        assertEnds(waiter);
    }

    @Test
    void awaitChange_waitsNoLongerThanTold() {
        granted(store().lease(KEY, units(1_000_000), true));
        assertEndsInTime(waiter(unit()));
    }

    @Test
    void awaitChange_waitsNoLongerThanTheLease() {
        lease(KEY);
        assertEndsInTime(waiter(units(1_000_000)));
    }

    @Test
    void awaitChange_canBeInterrupted() {
        lease(KEY);
        Callers<Boolean> waiter = waiter(units(1000));
        waiter.thread(0).interrupt();
        assertThat(waiter.failures()).hasOnlyElementsOfType(InterruptedException.class);
    }

    private Callers<Boolean> waiter(Duration atMost) {
        return Callers.start(1, number -> {
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
