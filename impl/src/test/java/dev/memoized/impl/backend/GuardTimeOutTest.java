package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.impl.log.HeardLog;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.testing.Callers;
import dev.memoized.testing.FaultyBackend.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Operations that take too long. */
@Timeout(60)
class GuardTimeOutTest {
    private final GuardedRig rig = new GuardedRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void C64_readHangs_failsInTime() {
        rig.remote.hang(Operation.READ);
        Throwable failure = rig.overdue(Operation.READ, () -> rig.value("k")).failure();
        assertThat(failure).isInstanceOf(BackendException.class).hasMessageContaining("MEMO0336");
    }

    @Test
    void failureThatComesLate_isToldOnce() {
        try (HeardLog heard = HeardLog.open()) {
            failLate();
            GuardedRig.eventually(() -> heard.texts().size() == 1);
            failLate();
            GuardedRig.eventually(() -> heard.texts().size() == 2);
            assertThat(heard.texts().get(0))
                    .startsWith("WARNING MEMO0358")
                    .contains("remote")
                    .contains("the port is taken");
            assertThat(heard.texts().get(1)).startsWith("FINE MEMO0358");
        }
    }

    private void failLate() {
        CompletableFuture<Boolean> release = new CompletableFuture<>();
        giveUp(
                () -> {
                    release.get();
                    throw new BackendException("the port is taken", null);
                },
                late -> {});
        release.complete(true);
    }

    @Test
    void failureOfWhatIsStopped_isNotTold() {
        try (HeardLog heard = HeardLog.open()) {
            CompletableFuture<Object> ended = new CompletableFuture<>();
            giveUp(new CompletableFuture<>()::get, ended::complete);
            rig.guard.close();
            GuardedRig.eventually(ended::isDone);
            assertThat(heard.texts()).noneMatch(text -> text.contains("MEMO0358"));
        }
    }

    /** Waits for some work as long as the guard does. */
    private void giveUp(Callable<Object> work, Consumer<Object> late) {
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        Errand<Object> errand = new Errand<>(
                () -> {
                    begun.complete(true);
                    return work.call();
                },
                () -> {},
                late);
        try (Callers<Object> caller = Callers.start(1, number -> rig.guard.call(errand))) {
            begun.join();
            rig.clock.awaitWaiters(1);
            rig.clock.advance(GuardedRig.TIME_OUT);
            assertThat(caller.failures()).singleElement().satisfies(failure -> assertThat(failure)
                    .hasMessageContaining("MEMO0336"));
        }
    }

    @Test
    void C64_slowStore_answersJustInTime() {
        rig.store.put("k", GuardedRig.entry("v"), GuardedRig.LIFE);
        rig.remote.slow(GuardedRig.TIME_OUT.minusNanos(1), Operation.READ);
        try (Callers<Object> caller = Callers.start(1, number -> rig.value("k"))) {
            rig.clock.awaitWaiters(2);
            rig.clock.advance(GuardedRig.TIME_OUT.minusNanos(1));
            assertThat(caller.values()).containsExactly("v");
        }
        assertThat(rig.guard.health().failures()).isZero();
    }

    @Test
    void C64_slowStore_answersJustTooLate() {
        rig.remote.slow(GuardedRig.TIME_OUT.plusNanos(1), Operation.READ);
        try (Callers<Object> caller = Callers.start(1, number -> rig.value("k"))) {
            rig.clock.awaitWaiters(2);
            rig.clock.advance(GuardedRig.TIME_OUT);
            assertThat(caller.failures())
                    .hasOnlyElementsOfType(BackendException.class)
                    .hasSize(1);
        }
        assertThat(rig.guard.health().failures()).isEqualTo(1);
        rig.clock.advance(Duration.ofNanos(1));
    }

    @Test
    void lateLease_isGivenBack() {
        rig.remote.hang(Operation.LEASE);
        assertThat(rig.overdue(Operation.LEASE, () -> rig.lease("k")).failure()).isInstanceOf(BackendException.class);
        rig.remote.work();
        rig.remote.awaitCalls(Operation.RELEASE, 1);
        GuardedRig.eventually(() -> !(rig.behind.lease("k", GuardedRig.LIFE, true) instanceof LeaseAnswer.Busy));
    }

    @Test
    void lateClaim_isGivenBack() {
        rig.remote.hang(Operation.CLAIM);
        assertThat(rig.overdue(Operation.CLAIM, () -> rig.store.claim("k", GuardedRig.LIFE))
                        .failure())
                .isInstanceOf(BackendException.class);
        rig.remote.work();
        rig.remote.awaitCalls(Operation.RELEASE, 1);
    }

    /** What came too late was replaced all the same, unless its caller has dropped the key, as it must. */
    @Test
    void lateReplace_isNotRead_whenItsCallerDropsTheKey() {
        Lease claim = Objects.requireNonNull(rig.store.claim("k", GuardedRig.LIFE));
        rig.remote.hang(Operation.REPLACE);
        assertThat(rig.overdue(
                                Operation.REPLACE,
                                () -> rig.store.replace(claim, GuardedRig.entry("late"), GuardedRig.LIFE, null))
                        .value())
                .isFalse();
        rig.store.invalidate("k");
        rig.remote.work();
        assertNeverRead();
    }

    @Test
    void latePut_isNeverRead() {
        rig.remote.hang(Operation.PUT);
        assertThat(rig.overdue(Operation.PUT, () -> rig.store.put("k", GuardedRig.entry("late"), GuardedRig.LIFE))
                        .value())
                .isFalse();
        assertThat(rig.value("another")).isNull();
        assertThat(rig.guard.health().queued()).isZero();
        assertReadRefused();
        rig.remote.work();
        assertNeverRead();
    }

    @Test
    void lateAdd_afterAnInvalidation_isNeverRead() {
        rig.remote.hang(Operation.ADD);
        assertThat(rig.overdue(Operation.ADD, () -> rig.store.add("k", GuardedRig.entry("late"), GuardedRig.LIFE))
                        .failure())
                .isInstanceOf(BackendException.class);
        assertThat(rig.store.invalidate("k")).isFalse();
        rig.remote.work();
        assertNeverRead();
    }

    @Test
    void lateAdd_thatFoundAnothersValue_leavesIt() {
        rig.behind.put("k", GuardedRig.entry("theirs"), GuardedRig.LIFE);
        rig.remote.hang(Operation.ADD);
        assertThat(rig.overdue(Operation.ADD, () -> rig.store.add("k", GuardedRig.entry("late"), GuardedRig.LIFE))
                        .failure())
                .isInstanceOf(BackendException.class);
        rig.remote.work();
        GuardedRig.eventually(this::isTheirs);
        assertThat(rig.guard.health().queued()).isZero();
    }

    private boolean isTheirs() {
        try {
            return "theirs".equals(rig.value("k"));
        } catch (BackendException stillDoubtful) {
            return false;
        }
    }

    @Test
    void latePutAll_isNeverRead() {
        rig.remote.hang(Operation.PUT_ALL);
        rig.store.put("another", GuardedRig.entry("v"), GuardedRig.LIFE);
        assertThat(rig.overdue(
                                Operation.PUT_ALL,
                                () -> rig.store.putAll(Map.of("k", GuardedRig.entry("late")), GuardedRig.LIFE))
                        .value())
                .isFalse();
        assertReadRefused();
        assertThat(rig.store.readAll(List.of("k", "another"), rig.clock.nanos()))
                .containsOnlyKeys("another");
        rig.remote.work();
        assertNeverRead();
    }

    private void assertReadRefused() {
        assertThatThrownBy(() -> rig.value("k")).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> rig.lease("k")).isInstanceOf(BackendException.class);
    }

    /** Until the late value has been and is gone. */
    private void assertNeverRead() {
        GuardedRig.eventually(() -> {
            try {
                return rig.value("k") == null;
            } catch (BackendException doubtful) {
                return false;
            }
        });
        assertThat(rig.valueBehind("k")).isNull();
    }

    @Test
    void interruptedCaller_keepsItsFlagAndFails() {
        rig.remote.hang(Operation.READ);
        try (Callers<Boolean> caller = Callers.start(1, number -> {
            assertThatThrownBy(() -> rig.value("k")).isInstanceOf(BackendException.class);
            return Thread.currentThread().isInterrupted();
        })) {
            rig.remote.awaitCalls(Operation.READ, 1);
            rig.clock.awaitWaiters(1);
            caller.thread(0).interrupt();
            assertThat(caller.values()).containsExactly(true);
        }
        assertThat(rig.guard.health().failures()).isZero();
    }

    @Test
    void whatWaitedForAThreadTooLong_neverReachesTheStore() {
        rig.remote.hang(Operation.READ);
        try (Callers<Object> all = Callers.start(Hands.AT_MOST, number -> rig.value("k"))) {
            rig.remote.awaitCalls(Operation.READ, Hands.AT_MOST);
            try (Callers<Boolean> one =
                    Callers.start(1, number -> rig.store.put("k", GuardedRig.entry("v"), GuardedRig.LIFE))) {
                rig.clock.awaitWaiters(Hands.AT_MOST + 1);
                rig.clock.advance(GuardedRig.TIME_OUT);
                assertThat(one.values()).containsExactly(false);
            }
            assertThat(all.failures()).hasSize(Hands.AT_MOST);
        }
        rig.remote.work();
        rig.clock.advance(GuardedRig.SECOND);
        assertThat(rig.value("k")).isNull();
        assertThat(rig.remote.calls(Operation.PUT)).isZero();
    }

    @Test
    void errandThatWasGivenUp_doesNotBegin() {
        AtomicInteger done = new AtomicInteger();
        Errand<Integer> errand =
                new Errand<>(done::incrementAndGet, done::incrementAndGet, late -> done.incrementAndGet());
        errand.giveUp();
        errand.run();
        assertThat(done).hasValue(0);
        assertThat(errand.answer()).isCompletedExceptionally();
    }

    @Test
    void tooManyAtOnce_isRefusedAtOnce() {
        CompletableFuture<Boolean> release = new CompletableFuture<>();
        try (Hands hands = new Hands("memoized-guard")) {
            IntStream.range(0, Hands.AT_MOST + Hands.WAITING_AT_MOST)
                    .forEach(number ->
                            assertThat(hands.take(new Errand<>(release::get))).isTrue());
            assertThat(hands.take(new Errand<>(release::get))).isFalse();
            assertThat(hands.count()).isEqualTo(Hands.AT_MOST);
        }
    }

    @Test
    void closeWhileHanging_leavesNoThreadAndNoCaller() {
        rig.remote.hang(Operation.READ, Operation.AWAIT_CHANGE);
        rig.lease("k");
        try (Callers<Object> callers = Callers.start(2, number -> {
            if (number == 0) {
                return rig.value("k");
            }
            rig.store.awaitChange("k", GuardedRig.LIFE);
            return null;
        })) {
            rig.remote.awaitCalls(Operation.READ, 1);
            rig.remote.awaitCalls(Operation.AWAIT_CHANGE, 1);
            rig.guard.close();
            rig.guard.close();
            assertThat(callers.failures()).hasSize(2).hasOnlyElementsOfType(BackendException.class);
        }
        GuardedRig.eventually(() -> rig.guard.threads() == 0);
        assertThatThrownBy(() -> rig.value("k")).isInstanceOf(BackendException.class);
        assertThat(rig.store.invalidate("k")).isFalse();
    }

    @Test
    void interruptedWaiter_letsTheStoreGo() {
        rig.lease("k");
        try (Callers<Object> waiter = Callers.start(1, number -> {
            rig.store.awaitChange("k", GuardedRig.LIFE);
            return "changed";
        })) {
            rig.clock.awaitWaiters(2);
            waiter.thread(0).interrupt();
            assertThat(waiter.failures())
                    .hasOnlyElementsOfType(InterruptedException.class)
                    .hasSize(1);
        }
        GuardedRig.eventually(() -> rig.clock.waiters() == 0);
        assertThat(rig.guard.health().failures()).isZero();
    }

    @Test
    void releaseByAnInterruptedThread_reachesTheStore() {
        Lease lease = rig.lease("k");
        rig.remote.hang(Operation.RELEASE);
        try (Callers<Boolean> leader = Callers.start(1, number -> {
            Thread.currentThread().interrupt();
            rig.store.release(lease);
            return Thread.interrupted();
        })) {
            rig.clock.awaitWaiters(1);
            rig.remote.work();
            assertThat(leader.values()).containsExactly(true);
        }
        assertThat(rig.behind.lease("k", GuardedRig.LIFE, true)).isInstanceOf(LeaseAnswer.Granted.class);
    }

    @Test
    void waitAtTheStoreHangs_endsATimeOutLater() {
        rig.lease("k");
        rig.remote.hang(Operation.AWAIT_CHANGE);
        try (Callers<Object> waiter = Callers.start(1, number -> {
            rig.store.awaitChange("k", GuardedRig.SECOND);
            return "changed";
        })) {
            rig.clock.awaitWaiters(1);
            rig.clock.advance(GuardedRig.SECOND);
            assertThat(rig.clock.waiters()).isEqualTo(1);
            rig.clock.advance(GuardedRig.TIME_OUT);
            assertThat(waiter.values()).containsExactly("changed");
        }
        assertThat(rig.guard.health().failures()).isZero();
    }
}
