package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.OnError;
import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.WhenCold;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kills "what is too old is served at once", "a failure of what is too old is thrown", "who waits for it in vain is refused"
 * and "each call of what is too old tries again".
 */
@Timeout(60)
class WaitAfterTest {
    private static final Terms TERMS = Terms.twoLimits().waitAfter("30s");

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

    private void openAged(Terms terms, Duration age) throws Exception {
        method = rig.plain(terms, this::compute);
        method.call("k");
        rig.clock().advance(age);
        rig.listener().clear();
    }

    private void openOld(Terms terms) throws Exception {
        openAged(terms, Duration.ofSeconds(31));
    }

    @AfterEach
    void nothingIsLeft() {
        rig.gate().close();
        assertThat(method.flights()).isZero();
        assertThat(rig.clock().waiters()).isZero();
        assertThat(rig.clock().pending()).isZero();
    }

    @Test
    void asOldAsWaitAfter_isServedAtOnceAndRenewedBehind() throws Exception {
        openAged(TERMS, Duration.ofSeconds(30));
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(rig.executor().runAll()).isEqualTo(1);
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.STALE);
    }

    @ParameterizedTest
    @EnumSource(Refresh.class)
    void older_theCallerComputesAndOthersWaitForIt(Refresh refresh) throws Exception {
        openOld(TERMS.refresh(refresh));
        rig.gate().hold(Place.COMPUTED);
        try (Callers<Object> leader = Callers.start(1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.COMPUTED, 2);
            try (Callers<Object> followers = Callers.start(5, number -> method.call("k"))) {
                rig.clock().awaitWaiters(5);
                rig.gate().open(Place.COMPUTED);
                assertThat(followers.values()).containsOnly("value-2");
            }
            assertThat(leader.values()).containsExactly("value-2");
        }
        assertThat(rig.listener().count(Outcome.JOINED)).isEqualTo(5);
        assertThat(rig.executor().size()).isZero();
        assertThat(computations).hasValue(2);
    }

    @Test
    void computationFails_theOldValueStandsInAndIsServedWhileTheBackOffLasts() throws Exception {
        openOld(TERMS);
        down.set(true);
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(computations).hasValue(2);
        rig.clock().advance(Duration.ofSeconds(1));
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(computations).hasValue(3);
        assertThat(rig.listener().outcomes()).containsOnly(Outcome.FALLBACK);
        down.set(false);
        rig.clock().advance(Duration.ofSeconds(2));
        assertThat(method.call("k")).isEqualTo("value-4");
    }

    @Test
    void aThousandWaitAndTheLeaderFails_oneAttemptAndTheOldValueForAll() throws Exception {
        openOld(TERMS);
        down.set(true);
        rig.gate().hold(Place.LEASED);
        try (Callers<Object> leader = Callers.start(1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.LEASED, 2);
            int before = rig.gate().count(Place.FOLLOWING);
            try (Callers<Object> followers = Callers.start(999, number -> method.call("k"))) {
                rig.gate().awaitReached(Place.FOLLOWING, before + 999);
                rig.gate().open(Place.LEASED);
                assertThat(followers.values()).hasSize(999).containsOnly("value-1");
            }
            assertThat(leader.values()).containsExactly("value-1");
        }
        assertThat(computations).as("one attempt").hasValue(2);
        assertThat(method.call("k")).as("the next only after the back-off").isEqualTo("value-1");
        assertThat(computations).hasValue(2);
        assertThat(rig.listener().count(Outcome.FALLBACK)).isEqualTo(1_001);
    }

    @Test
    void onErrorThrow_leaderAndFollowersGetTheFailureAndThoseAfterThemTheOldValue() throws Exception {
        openOld(TERMS.onError(OnError.THROW));
        down.set(true);
        assertThatThrownBy(() -> method.call("k")).hasMessage("down");
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.FAILED, Outcome.FALLBACK);
    }

    @Test
    void leaderHangs_followersGetTheOldValueAtWaitAtMost() throws Exception {
        openOld(TERMS.expireAfter(null));
        rig.gate().hold(Place.COMPUTED);
        try (Callers<Object> leader = Callers.start(1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.COMPUTED, 2);
            try (Callers<Object> followers = Callers.start(5, number -> method.call("k"))) {
                rig.clock().awaitWaiters(5);
                rig.clock().advance(Duration.ofSeconds(30));
                assertThat(followers.values()).containsOnly("value-1");
            }
            rig.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("value-2");
        }
        assertThat(rig.listener().count(Outcome.FALLBACK)).isEqualTo(5);
    }

    @Test
    void followerIsInterrupted_itKeepsTheFlagAndGetsTheOldValue() throws Exception {
        openOld(TERMS);
        rig.gate().hold(Place.COMPUTED);
        try (Callers<Object> leader = Callers.start(1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.COMPUTED, 2);
            try (Callers<Object> follower = Callers.start(
                    1, number -> method.call("k") + " " + Thread.currentThread().isInterrupted())) {
                rig.clock().awaitWaiters(1);
                follower.thread(0).interrupt();
                assertThat(follower.values()).containsExactly("value-1 true");
            }
            rig.gate().open(Place.COMPUTED);
            leader.values();
        }
    }

    @Test
    void leaderIsInterrupted_itGetsTheOldValueWithItsFlagAndAFollowerLeads() throws Exception {
        CompletableFuture<Void> inside = new CompletableFuture<>();
        method = rig.plain(TERMS, arguments -> {
            if (computations.incrementAndGet() == 2) {
                inside.complete(null);
                new CompletableFuture<Void>().get();
            }
            return "value-" + computations.get();
        });
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(31));
        try (Callers<Object> leader = Callers.start(
                1, number -> method.call("k") + " " + Thread.currentThread().isInterrupted())) {
            inside.join();
            try (Callers<Object> follower = Callers.start(1, number -> method.call("k"))) {
                rig.clock().awaitWaiters(1);
                leader.thread(0).interrupt();
                assertThat(leader.values()).containsExactly("value-1 true");
                assertThat(follower.values()).containsExactly("value-3");
            }
        }
    }

    @Test
    void whenColdFail_followersGetTheOldValueAtOnce() throws Exception {
        openOld(TERMS.whenCold(WhenCold.FAIL));
        rig.gate().hold(Place.COMPUTED);
        try (Callers<Object> leader = Callers.start(1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.COMPUTED, 2);
            assertThat(method.call("k")).isEqualTo("value-1");
            rig.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("value-2");
        }
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.FALLBACK, Outcome.COMPUTED);
    }

    @Test
    void computationTakesLongerThanTheOldValueLives_itsFailureIsTheMethodsOwn() throws Exception {
        method = rig.plain(TERMS, arguments -> {
            if (computations.incrementAndGet() == 2) {
                rig.clock().advance(Duration.ofSeconds(30));
                throw new IllegalStateException("down");
            }
            return "value-" + computations.get();
        });
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(31));
        assertThatThrownBy(() -> method.call("k")).hasMessage("down");
        assertThat(method.call("k")).isEqualTo("value-3");
    }

    @Test
    void stage_endsWithTheNewValueOrWithTheOldOne() throws Exception {
        method = rig.stage(TERMS, arguments -> {
            int number = computations.incrementAndGet();
            if (number == 2) {
                throw new IllegalStateException("before there is a stage");
            }
            return number == 3
                    ? CompletableFuture.failedFuture(new IllegalStateException("down"))
                    : CompletableFuture.completedFuture("value-" + number);
        });
        method.stage("k");
        rig.clock().advance(Duration.ofSeconds(31));
        assertThat(method.stage("k").toCompletableFuture()).isCompletedWithValue("value-1");
        rig.clock().advance(Duration.ofSeconds(1));
        assertThat(method.stage("k").toCompletableFuture()).isCompletedWithValue("value-1");
        rig.clock().advance(Duration.ofSeconds(2));
        assertThat(method.stage("k").toCompletableFuture()).isCompletedWithValue("value-4");
    }
}
