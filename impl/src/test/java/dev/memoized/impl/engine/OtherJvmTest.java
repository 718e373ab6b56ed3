package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.ColdCacheException;
import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.RefreshEvent;
import dev.memoized.WhenCold;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two engines with one backend: the lease of one is busy for the other. */
@Timeout(60)
class OtherJvmTest {
    private final Rig here = Rig.create();
    private final Rig there = here.otherJvm();
    private final AtomicInteger computations = new AtomicInteger();
    private final Body counting = arguments -> "value-" + computations.incrementAndGet();
    private Rigged method;
    private Rigged theirs;

    @BeforeEach
    void open() {
        open(Terms.standard());
    }

    private void open(Terms terms) {
        method = here.plain(terms, counting);
        theirs = there.plain(terms, counting);
    }

    @AfterEach
    void nothingIsLeft() {
        here.gate().close();
        there.gate().close();
        assertThat(method.flights()).isZero();
        assertThat(theirs.flights()).isZero();
        assertThat(here.clock().pending()).isZero();
        assertThat(here.clock().waiters()).isZero();
    }

    private Callers<Object> theyCompute() {
        there.gate().hold(Place.COMPUTED);
        int before = there.gate().count(Place.COMPUTED);
        Callers<Object> leader = Callers.start("there", 1, number -> theirs.call("k"));
        there.gate().awaitReached(Place.COMPUTED, before + 1);
        return leader;
    }

    private void theyEnd(Callers<Object> leader) {
        there.gate().open(Place.COMPUTED);
        leader.values();
    }

    @Test
    void theyCompute_leaderAndFollowersHereWaitAndReadTheirValue() {
        try (Callers<Object> leader = theyCompute();
                Callers<Object> waiting = Callers.start("here", 1, number -> method.call("k"))) {
            here.clock().awaitWaiters(1);
            try (Callers<Object> followers = Callers.start("follower", 5, number -> method.call("k"))) {
                here.gate().awaitReached(Place.FOLLOWING, 5);
                theyEnd(leader);
                assertThat(waiting.values()).containsExactly("value-1");
                assertThat(followers.values()).containsOnly("value-1");
            }
        }
        assertThat(computations).hasValue(1);
        assertThat(here.listener().count(Outcome.FRESH)).isEqualTo(6);
    }

    @Test
    void theyDoNotEnd_allHereAreRefusedAtTheirBoundAndNobodyWaitsAnew() {
        try (Callers<Object> leader = theyCompute();
                Callers<Object> waiting = Callers.start("here", 1, number -> method.call("k"))) {
            here.clock().awaitWaiters(1);
            here.clock().advance(Duration.ofSeconds(20));
            try (Callers<Object> followers = Callers.start("follower", 3, number -> method.call("k"))) {
                here.clock().awaitWaiters(4);
                here.clock().advance(Duration.ofSeconds(10));
                assertThat(waiting.failures()).hasSize(1).hasOnlyElementsOfType(ColdCacheException.class);
                here.clock().awaitWaiters(3);
                here.clock().advance(Duration.ofSeconds(20));
                assertThat(followers.failures()).hasSize(3).hasOnlyElementsOfType(ColdCacheException.class);
            }
            theyEnd(leader);
        }
        assertThat(computations).hasValue(1);
        assertThat(here.listener().count(Outcome.REFUSED)).isEqualTo(4);
    }

    @Test
    void theyFail_oneHereComputes() {
        AtomicInteger attempts = new AtomicInteger();
        theirs = there.plain(Terms.standard(), arguments -> {
            attempts.incrementAndGet();
            there.gate().reached(Place.COMPUTED, "inside");
            throw new IllegalStateException("down");
        });
        there.gate().hold(Place.COMPUTED);
        try (Callers<Object> leader = Callers.start("there", 1, number -> theirs.call("k"))) {
            there.gate().awaitReached(Place.COMPUTED, 1);
            try (Callers<Object> waiting = Callers.start("here", 1, number -> method.call("k"))) {
                here.clock().awaitWaiters(1);
                there.gate().open(Place.COMPUTED);
                assertThat(leader.failures()).hasSize(1);
                assertThat(waiting.values()).containsExactly("value-1");
            }
        }
    }

    @Test
    void theirLeaseEndsByItself_oneHereComputesAndTheirLateValueIsNotStored() throws Exception {
        open(Terms.standard().longest(Duration.ofSeconds(20)));
        try (Callers<Object> leader = theyCompute();
                Callers<Object> waiting = Callers.start("here", 1, number -> method.call("k"))) {
            here.clock().awaitWaiters(1);
            here.clock().advance(Duration.ofSeconds(21));
            assertThat(waiting.values()).containsExactly("value-2");
            theyEnd(leader);
        }
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(theirs.call("k")).isEqualTo("value-2");
    }

    @Test
    void waitingLeaderIsInterrupted_aFollowerTakesItsPlace() {
        try (Callers<Object> leader = theyCompute();
                Callers<Boolean> interrupted = Callers.start("here", 1, number -> {
                    assertThatThrownBy(() -> method.call("k")).isInstanceOf(ColdCacheException.class);
                    return Thread.currentThread().isInterrupted();
                })) {
            here.clock().awaitWaiters(1);
            try (Callers<Object> follower = Callers.start("follower", 1, number -> method.call("k"))) {
                here.clock().awaitWaiters(2);
                interrupted.thread(0).interrupt();
                assertThat(interrupted.values()).containsExactly(true);
                theyEnd(leader);
                assertThat(follower.values()).containsExactly("value-1");
            }
        }
    }

    @Test
    void fail_isRefusedAtOnceAndCompute_computesAlone() throws Exception {
        for (WhenCold whenCold : new WhenCold[] {WhenCold.FAIL, WhenCold.COMPUTE}) {
            method = here.plain(Terms.standard().whenCold(whenCold), counting);
            theirs.invalidate("k");
            computations.set(0);
            try (Callers<Object> leader = theyCompute()) {
                if (whenCold == WhenCold.FAIL) {
                    assertThatThrownBy(() -> method.call("k")).isInstanceOf(ColdCacheException.class);
                } else {
                    assertThat(method.call("k")).isEqualTo("value-2");
                }
                theyEnd(leader);
            }
            assertThat(method.call("k")).as("what they stored").isEqualTo("value-1");
        }
    }

    private static Terms local(Terms terms) {
        return terms.time(time -> time.setting("memoized.method.\"" + Terms.NAME + "\".single-flight", "local"));
    }

    @Test
    void local_eachJvmComputesOnce_andTheFirstValueIsStored() throws Exception {
        open(local(Terms.standard()));
        try (Callers<Object> leader = theyCompute()) {
            here.gate().hold(Place.COMPUTED);
            try (Callers<Object> ours = Callers.start("here", 1, number -> method.call("k"))) {
                here.gate().awaitReached(Place.COMPUTED, 1);
                try (Callers<Object> follower = Callers.start("follower", 1, number -> method.call("k"))) {
                    here.gate().awaitReached(Place.FOLLOWING, 1);
                    theyEnd(leader);
                    here.gate().open(Place.COMPUTED);
                    assertThat(ours.values()).containsExactly("value-2");
                    assertThat(follower.values()).containsExactly("value-2");
                }
            }
        }
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(theirs.call("k")).isEqualTo("value-1");
    }

    @Test
    void local_whatTheyDropWhileBothCompute_isStoredByNobody() throws Exception {
        open(local(Terms.standard()));
        try (Callers<Object> leader = theyCompute()) {
            here.gate().hold(Place.COMPUTED);
            try (Callers<Object> ours = Callers.start("here", 1, number -> method.call("k"))) {
                here.gate().awaitReached(Place.COMPUTED, 1);
                theirs.invalidate("k");
                theyEnd(leader);
                here.gate().open(Place.COMPUTED);
                assertThat(ours.values()).containsExactly("value-2");
            }
        }
        assertThat(method.call("k")).isEqualTo("value-3");
    }

    @Test
    void local_theyRenew_hereItIsRenewedToo() throws Exception {
        open(local(Terms.twoLimits().refresh(Refresh.CALLER)));
        method = here.plain(local(Terms.twoLimits()), counting);
        method.call("k");
        here.clock().advance(Duration.ofSeconds(11));
        try (Callers<Object> leader = theyCompute()) {
            assertThat(method.call("k")).isEqualTo("value-1");
            assertThat(here.executor().runAll()).isEqualTo(1);
            assertThat(method.call("k")).isEqualTo("value-3");
            theyEnd(leader);
        }
        assertThat(method.call("k")).isEqualTo("value-3");
    }

    @Test
    void theyRenew_hereStaleIsServedAndTheRenewalIsDropped() throws Exception {
        open(Terms.twoLimits().refresh(Refresh.CALLER));
        method = here.plain(Terms.twoLimits(), counting);
        method.call("k");
        here.clock().advance(Duration.ofSeconds(11));
        try (Callers<Object> leader = theyCompute()) {
            assertThat(method.call("k")).isEqualTo("value-1");
            assertThat(here.executor().runAll()).isEqualTo(1);
            assertThat(here.listener().refreshEvents()).containsExactly(RefreshEvent.SKIPPED);
            theyEnd(leader);
        }
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(computations).hasValue(2);
    }

    @Test
    void callerRefreshWhileTheyRenew_staleIsServed() throws Exception {
        open(Terms.twoLimits().refresh(Refresh.CALLER));
        method.call("k");
        here.clock().advance(Duration.ofSeconds(11));
        try (Callers<Object> leader = theyCompute()) {
            assertThat(method.call("k")).isEqualTo("value-1");
            theyEnd(leader);
        }
        assertThat(here.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.STALE);
    }

    @Test
    void valueStoredBetweenReadAndLease_isServedFreshAndNotComputedAgain() throws Exception {
        FaultyBackend between = new FaultyBackend(here.backend());
        Rigged plain = here.with(between).plain(Terms.standard(), counting);
        Rigged stage =
                here.with(between).stage(Terms.standard(), arguments -> CompletableFuture.completedFuture("never"));
        for (Rigged each : new Rigged[] {plain, stage}) {
            theirs.invalidate("k");
            here.executor().refuse(true);
            between.before(operation -> {
                if (operation.equals("lease")) {
                    between.before(other -> {});
                    try {
                        theirs.call("k");
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }
            });
            Object answer = each.call("k");
            assertThat(answer instanceof CompletableFuture<?> copy ? copy.join() : answer)
                    .isEqualTo("value-" + computations.get());
        }
        assertThat(here.listener().outcomes()).containsExactly(Outcome.FRESH, Outcome.FRESH);
    }

    @Test
    void computedAloneInsideOfAnotherComputation_cyclesThroughItEndWithoutTheClock() throws Exception {
        Rigged[] all = new Rigged[2];
        CountDownLatch outer = new CountDownLatch(1);
        CountDownLatch inner = new CountDownLatch(1);
        method = here.plain(Terms.standard().whenCold(WhenCold.COMPUTE), arguments -> {
            inner.await();
            return "k" + all[1].call("k");
        });
        all[0] = method.beside("outer", Terms.standard(), arguments -> {
            outer.countDown();
            return "o" + method.call("k");
        });
        all[1] = method.beside("inner", Terms.standard(), arguments -> {
            if (inner.getCount() == 0) {
                return ".";
            }
            outer.await();
            inner.countDown();
            here.gate().awaitReached(Place.FOLLOWING, "inner", 1);
            return "i" + all[0].call("k");
        });
        try (Callers<Object> leader = theyCompute();
                Callers<Object> both = Callers.start(2, number -> all[number].call("k"))) {
            assertThat(both.values()).hasSize(2);
            theyEnd(leader);
        }
        assertThat(here.clock().moved()).isZero();
    }

    @RepeatedTest(5)
    void bothHerdsAtOnce_oneComputes() {
        try (Callers<Object> all = Callers.start(40, number -> (number % 2 == 0 ? method : theirs).call("k"))) {
            assertThat(all.values()).containsOnly("value-1");
        }
        assertThat(computations).hasValue(1);
    }
}
