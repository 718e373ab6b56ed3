package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.NotACounterException;
import dev.memoized.impl.log.HeardLog;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import dev.memoized.testing.Callers;
import dev.memoized.testing.FaultyBackend.Operation;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whether a backend that fails is called. */
@Timeout(60)
class BreakerTest {
    private final GuardedRig rig = new GuardedRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void failedRead() {
        assertThatThrownBy(() -> rig.value("k")).isInstanceOf(BackendException.class);
    }

    private BackendHealth.State state() {
        return rig.guard.health().state();
    }

    @Test
    void C63_fiveFailuresInARow_nobodyCallsItAnyMore() {
        rig.remote.fail(Operation.READ);
        for (int failures = 1; failures <= 5; failures++) {
            assertThat(state()).isEqualTo(BackendHealth.State.CLOSED);
            failedRead();
            assertThat(rig.guard.health().failures()).isEqualTo(failures);
        }
        assertThat(state()).isEqualTo(BackendHealth.State.OPEN);
        failedRead();
        assertThat(rig.remote.calls()).isEqualTo(5);
    }

    @Test
    void successBetween_countsAnew() {
        for (int round = 0; round < 3; round++) {
            rig.remote.fail(Operation.READ);
            IntStream.range(0, 4).forEach(number -> failedRead());
            rig.remote.work();
            assertThat(rig.value("k")).isNull();
        }
        assertThat(state()).isEqualTo(BackendHealth.State.CLOSED);
        assertThat(rig.guard.health().failures()).isZero();
    }

    @Test
    void C63_down_oneCallASecondReachesIt() {
        rig.breakDown();
        int before = rig.remote.calls();
        for (int tenth = 1; tenth <= 100; tenth++) {
            rig.clock.advance(Duration.ofMillis(100));
            IntStream.range(0, 3).forEach(number -> failedRead());
            assertThat(rig.remote.calls() - before).isEqualTo(tenth / 10);
        }
    }

    @Test
    void C63_downForEveryOperation_oneCallASecondReachesIt() throws Exception {
        Lease lease = rig.lease("k");
        rig.breakDown();
        int before = rig.remote.calls();
        for (int second = 1; second <= 20; second++) {
            rig.clock.advance(GuardedRig.SECOND);
            everyOperationFails(lease);
            assertThat(rig.remote.calls() - before).isEqualTo(second);
        }
    }

    private void everyOperationFails(Lease lease) {
        Store<Object> store = rig.store;
        assertThat(store.invalidate("k")).isFalse();
        assertThat(store.put("k", GuardedRig.entry("v"), GuardedRig.LIFE)).isFalse();
        assertThat(store.publish(lease, GuardedRig.entry("v"), GuardedRig.LIFE)).isFalse();
        assertThat(store.replace(lease, GuardedRig.entry("v"), GuardedRig.LIFE, null))
                .isFalse();
        assertThatThrownBy(() -> store.claim("k", GuardedRig.LIFE)).isInstanceOf(BackendException.class);
        assertThat(store.touch("k", GuardedRig.LIFE)).isFalse();
        assertThat(store.touch("k", Duration.ZERO)).isFalse();
        assertThat(store.stats()).isEqualTo(new StoreStats(-1, -1, -1));
        store.invalidateAll(List.of("a", "b"));
        failedRead();
        assertThatThrownBy(() -> store.readAll(List.of("k"), 0)).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> store.lease("k", GuardedRig.LIFE, true)).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> store.renew(lease, GuardedRig.LIFE)).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> store.release(lease)).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> store.awaitChange("k", GuardedRig.LIFE)).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> store.increment("k", 1)).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> store.add("k", GuardedRig.entry("v"), GuardedRig.LIFE))
                .isInstanceOf(BackendException.class);
    }

    @Test
    void C64_probeHangs_othersFailAtOnceAndTheNextIsASecondAfterItBegan() {
        rig.breakDown();
        rig.remote.hang(Operation.READ);
        rig.clock.advance(GuardedRig.SECOND);
        int before = rig.remote.calls();
        rig.overdue(Operation.READ, () -> rig.value("k"));
        assertThat(state()).isEqualTo(BackendHealth.State.OPEN);
        failedRead();
        rig.clock.advance(GuardedRig.SECOND.minus(GuardedRig.TIME_OUT).minusNanos(1));
        failedRead();
        assertThat(rig.remote.calls() - before).isEqualTo(1);
        rig.clock.advance(Duration.ofNanos(1));
        rig.remote.work();
        assertThat(rig.value("k")).isNull();
        assertThat(state()).isEqualTo(BackendHealth.State.CLOSED);
    }

    @Test
    void C64_whileTheProbeIsUnderWay_othersFailAtOnce() {
        rig.breakDown();
        rig.remote.hang(Operation.READ);
        rig.clock.advance(GuardedRig.SECOND);
        int before = rig.remote.calls(Operation.READ);
        try (Callers<Object> probe = Callers.start(1, number -> rig.value("k"))) {
            rig.remote.awaitCalls(Operation.READ, before + 1);
            assertThat(state()).isEqualTo(BackendHealth.State.HALF_OPEN);
            rig.clock.advance(GuardedRig.TIME_OUT.minusNanos(1));
            failedRead();
            assertThat(rig.remote.calls(Operation.READ)).isEqualTo(before + 1);
            rig.remote.work();
            assertThat(probe.values()).containsOnlyNulls();
        }
        assertThat(state()).isEqualTo(BackendHealth.State.CLOSED);
    }

    @Test
    void C64_probeThatTakesLongerThanASecond_isTheOnlyOne() {
        try (Guard patient = new Guard("remote", GuardedRig.SECOND.multipliedBy(3), rig.clock, new Log())) {
            Store<Object> store = new GuardedStore<>(rig.remote.open(GuardedRig.namespace("books")), "books", patient);
            rig.remote.fail();
            IntStream.range(0, 5).forEach(number -> assertThat(store.touch("k", GuardedRig.LIFE))
                    .isFalse());
            rig.clock.advance(GuardedRig.SECOND);
            rig.remote.hang();
            try (Callers<Object> probe = Callers.start(1, number -> store.touch("k", GuardedRig.LIFE))) {
                rig.remote.awaitCalls(Operation.TOUCH, 6);
                rig.clock.advance(GuardedRig.SECOND.multipliedBy(2));
                assertThat(store.touch("k", GuardedRig.LIFE)).isFalse();
                assertThat(rig.remote.calls(Operation.TOUCH)).isEqualTo(6);
                rig.remote.work();
                assertThat(probe.values()).containsExactly(false);
            }
        }
    }

    @Test
    void flapping_eachTimeFiveFailuresAgain() {
        for (int round = 0; round < 5; round++) {
            int before = rig.remote.calls();
            rig.breakDown();
            assertThat(rig.remote.calls() - before).isEqualTo(5);
            rig.remote.work();
            failedRead();
            rig.clock.advance(GuardedRig.SECOND);
            assertThat(rig.value("k")).isNull();
            assertThat(state()).isEqualTo(BackendHealth.State.CLOSED);
        }
    }

    @Test
    void manyProbeAtOnce_oneReachesIt() {
        rig.breakDown();
        rig.clock.advance(GuardedRig.SECOND);
        int before = rig.remote.calls();
        try (Callers<Object> herd = Callers.start(8, number -> rig.value("k"))) {
            assertThat(herd.failures()).hasSize(8);
        }
        assertThat(rig.remote.calls() - before).isEqualTo(1);
    }

    @Test
    void interruptedProbe_leavesItOpen() {
        rig.breakDown();
        rig.remote.hang(Operation.READ);
        rig.clock.advance(GuardedRig.SECOND);
        int before = rig.remote.calls(Operation.READ);
        try (Callers<Object> probe = Callers.start(1, number -> rig.value("k"))) {
            rig.remote.awaitCalls(Operation.READ, before + 1);
            rig.clock.awaitWaiters(1);
            probe.thread(0).interrupt();
            assertThat(probe.failures()).hasSize(1);
        }
        assertThat(state()).isEqualTo(BackendHealth.State.OPEN);
        rig.remote.work();
        rig.clock.advance(GuardedRig.SECOND);
        assertThat(rig.value("k")).isNull();
    }

    @Test
    void successFromBeforeTheOutage_doesNotEndIt() {
        rig.remote.hang(Operation.READ);
        try (Callers<Object> early = Callers.start(1, number -> rig.value("k"))) {
            rig.remote.awaitCalls(Operation.READ, 1);
            rig.remote.fail(Operation.TOUCH);
            IntStream.range(0, 5).forEach(number -> rig.store.touch("k", GuardedRig.LIFE));
            assertThat(state()).isEqualTo(BackendHealth.State.OPEN);
            rig.remote.work(Operation.READ);
            assertThat(early.values()).containsOnlyNulls();
        }
        assertThat(state()).isEqualTo(BackendHealth.State.OPEN);
    }

    @Test
    void wrongUse_isNoFailureOfTheStore() {
        rig.store.put("k", GuardedRig.entry("no number"), GuardedRig.LIFE);
        for (int round = 0; round < 10; round++) {
            assertThatThrownBy(() -> rig.store.increment("k", 1)).isInstanceOf(NotACounterException.class);
        }
        assertThat(rig.guard.health().failures()).isZero();
    }

    @Test
    void outage_isToldOnceAndSoIsItsEnd() {
        try (HeardLog heard = HeardLog.open()) {
            rig.breakDown();
            rig.clock.advance(GuardedRig.SECOND);
            failedRead();
            rig.remote.work();
            rig.clock.advance(GuardedRig.SECOND);
            rig.value("k");
            assertThat(heard.texts())
                    .filteredOn(text -> text.contains("MEMO0338"))
                    .hasSize(1);
            assertThat(heard.texts())
                    .filteredOn(text -> text.contains("MEMO0343"))
                    .hasSize(1);
        }
    }

    @Test
    void since_tellsWhenItBeganToFail() {
        rig.clock.advance(GuardedRig.SECOND);
        rig.breakDown();
        var broken = rig.clock.now();
        rig.clock.advance(GuardedRig.SECOND);
        failedRead();
        assertThat(rig.guard.health().since()).isEqualTo(broken);
    }
}
