package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.OnError;
import dev.memoized.Outcome;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Kills "the caller waits for its renewal to the end", "it waits inside of a computation for what is queued behind it", "it
 * is served what has expired while it waited", "a failed renewal fails its callers" and "an interrupted wait loses the flag".
 */
@Timeout(60)
class WaitForRefreshTest {
    private static final Duration BOUND = Duration.ofMillis(100);
    private static final Terms TERMS = Terms.twoLimits().waitForRefresh("100ms");

    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();
    private final AtomicBoolean down = new AtomicBoolean();
    private Rigged method;

    private Object compute(Object... arguments) {
        int number = computations.incrementAndGet();
        if (down.get()) {
            throw new IllegalStateException("down");
        }
        return "value-" + number;
    }

    private void openStale(Terms terms) throws Exception {
        method = rig.plain(terms, this::compute);
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(11));
        rig.listener().clear();
    }

    @AfterEach
    void nothingIsLeft() {
        rig.gate().close();
        rig.executor().runAll();
        assertThat(method.isIdle()).isTrue();
        assertThat(method.flights()).isZero();
        assertThat(rig.clock().waiters()).isZero();
        assertThat(rig.clock().pending()).isZero();
    }

    @Test
    void renewalEndsInTime_itsValueIsServed() throws Exception {
        openStale(TERMS);
        try (Callers<Object> caller = Callers.start(1, number -> method.call("k"))) {
            rig.clock().awaitWaiters(1);
            rig.executor().runAll();
            assertThat(caller.values()).containsExactly("value-2");
        }
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.JOINED);
    }

    @Test
    void renewalTakesLonger_theStaleValueIsServedAndTheNewOneLater() throws Exception {
        openStale(TERMS);
        try (Callers<Object> caller = Callers.start(1, number -> method.call("k"))) {
            rig.clock().awaitWaiters(1);
            rig.clock().advance(BOUND.minusNanos(1));
            assertThat(caller.alive()).isEqualTo(1);
            rig.clock().advance(Duration.ofNanos(1));
            assertThat(caller.values()).containsExactly("value-1");
        }
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.FALLBACK);
        rig.executor().runAll();
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void manyCallers_oneRenewalAndAllWaitForIt() throws Exception {
        openStale(TERMS);
        try (Callers<Object> callers = Callers.start(20, number -> method.call("k"))) {
            rig.clock().awaitWaiters(20);
            assertThat(rig.executor().runAll()).isEqualTo(1);
            assertThat(callers.values()).containsOnly("value-2");
        }
        assertThat(computations).hasValue(2);
    }

    @Test
    void renewalRunsAlready_itIsWaitedFor() throws Exception {
        openStale(TERMS);
        rig.gate().hold(Place.COMPUTED);
        try (Callers<Object> first = Callers.start(1, number -> method.call("k"));
                Callers<Boolean> renewal = Callers.start(1, number -> {
                    rig.executor().awaitSize(1);
                    return rig.executor().runNext();
                })) {
            rig.gate().awaitReached(Place.COMPUTED, 2);
            try (Callers<Object> second = Callers.start(1, number -> method.call("k"))) {
                rig.clock().awaitWaiters(2);
                rig.gate().open(Place.COMPUTED);
                assertThat(second.values()).containsExactly("value-2");
            }
            assertThat(first.values()).containsExactly("value-2");
            renewal.values();
        }
        assertThat(computations).hasValue(2);
    }

    @Test
    void renewalFails_theStaleValueStandsInForAllWhoWait() throws Exception {
        openStale(TERMS);
        down.set(true);
        try (Callers<Object> callers = Callers.start(5, number -> method.call("k"))) {
            rig.clock().awaitWaiters(5);
            rig.executor().runAll();
            assertThat(callers.values()).containsOnly("value-1");
        }
        assertThat(method.call("k")).as("left alone a while").isEqualTo("value-1");
        assertThat(rig.listener().outcomes()).hasSize(6).containsOnly(Outcome.FALLBACK);
        assertThat(computations).hasValue(2);
    }

    @Test
    void renewalFailsAndOnErrorIsThrow_whoWaitedGetsTheFailure() throws Exception {
        openStale(TERMS.onError(OnError.THROW));
        down.set(true);
        try (Callers<Object> callers = Callers.start(5, number -> method.call("k"))) {
            rig.clock().awaitWaiters(5);
            rig.executor().runAll();
            assertThat(callers.failures()).hasSize(5).allMatch(failure -> failure.getMessage()
                    .equals("down"));
        }
        assertThat(method.call("k")).as("left alone a while").isEqualTo("value-1");
    }

    @Test
    void executorRefuses_theStaleValueIsServedAtOnce() throws Exception {
        openStale(TERMS);
        rig.executor().refuse(true);
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.STALE);
        rig.executor().refuse(false);
    }

    @Test
    void executorRunsTasksAtOnce_theNewValueIsServed() throws Exception {
        method = rig.plain(TERMS, this::compute, Runnable::run);
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(11));
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void callerIsInterrupted_itKeepsTheFlagAndGetsTheStaleValue() throws Exception {
        openStale(TERMS);
        try (Callers<Object> caller = Callers.start(
                1, number -> method.call("k") + " " + Thread.currentThread().isInterrupted())) {
            rig.clock().awaitWaiters(1);
            caller.thread(0).interrupt();
            assertThat(caller.values()).containsExactly("value-1 true");
        }
    }

    @Test
    void staleValueExpiresWhileItWaits_theCallGoesOnAsACold_one() throws Exception {
        openStale(TERMS.waitForRefresh("55s"));
        try (Callers<Object> caller = Callers.start(1, number -> method.call("k"))) {
            rig.clock().awaitWaiters(1);
            rig.clock().advance(Duration.ofSeconds(55));
            assertThat(caller.failures()).as("waitAtMost is over too").hasSize(1);
        }
        openStale(TERMS.waitForRefresh("20s").expireAfter(Duration.ofSeconds(20)));
        int before = computations.get();
        try (Callers<Object> caller = Callers.start(1, number -> method.call("k"))) {
            rig.clock().awaitWaiters(1);
            rig.clock().advance(Duration.ofSeconds(20));
            assertThat(caller.values()).containsExactly("value-" + (before + 1));
        }
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED);
    }

    @Test
    void insideOfAComputation_whatIsQueuedIsNotWaitedFor() throws Exception {
        openStale(TERMS);
        Rigged outer = method.beside("outer", Terms.standard(), arguments -> method.call("k"));
        assertThat(outer.call("o")).isEqualTo("value-1");
        assertThat(rig.clock().moved()).isEqualTo(Duration.ofSeconds(11));
        assertThat(rig.executor().size()).isEqualTo(1);
    }

    @Test
    void stage_endsWithTheRenewalOrAtTheBound() throws Exception {
        method = rig.stage(TERMS, arguments -> CompletableFuture.completedFuture(compute()));
        method.stage("k");
        rig.clock().advance(Duration.ofSeconds(11));
        CompletableFuture<Object> first = method.stage("k").toCompletableFuture();
        assertThat(first).isNotDone();
        rig.clock().advance(BOUND);
        assertThat(first).isCompletedWithValue("value-1");
        CompletableFuture<Object> second = method.stage("k").toCompletableFuture();
        assertThat(second).isNotDone();
        rig.executor().runAll();
        assertThat(second).isCompletedWithValue("value-2");
    }

    @Test
    void stageFails_theStaleValueStandsIn() throws Exception {
        method = rig.stage(TERMS, arguments -> {
            int number = computations.incrementAndGet();
            return down.get()
                    ? CompletableFuture.failedFuture(new IllegalStateException("down"))
                    : CompletableFuture.completedFuture("value-" + number);
        });
        method.stage("k");
        rig.clock().advance(Duration.ofSeconds(11));
        down.set(true);
        CompletableFuture<Object> caller = method.stage("k").toCompletableFuture();
        rig.executor().runAll();
        assertThat(caller).isCompletedWithValue("value-1");
    }

    @Test
    void coldKeyIsDown_theFailureIsTheMethodsOwn() {
        method = rig.plain(TERMS, this::compute);
        down.set(true);
        assertThatThrownBy(() -> method.call("k")).hasMessage("down");
        assertThatThrownBy(() -> method.call("k")).hasMessage("down");
        assertThat(computations).as("nothing is remembered of a cold key").hasValue(2);
    }
}
