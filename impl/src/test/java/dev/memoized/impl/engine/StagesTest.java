package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.ColdCacheException;
import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.spi.InvalidationMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StagesTest {
    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();
    private final List<CompletableFuture<Object>> sources = new ArrayList<>();
    private Rigged method;

    /** Computations end when the test completes their source. */
    private void open(Terms terms) {
        method = rig.stage(terms, arguments -> {
            CompletableFuture<Object> source = new CompletableFuture<>();
            sources.add(source);
            return source;
        });
    }

    @AfterEach
    void nothingIsLeft() {
        rig.executor().refuse(false);
        rig.executor().runAll();
        assertThat(method.flights()).isZero();
        assertThat(method.isIdle()).isTrue();
        assertThat(rig.clock().pending()).isZero();
    }

    private CompletableFuture<Object> call() throws Exception {
        return method.stage("k").toCompletableFuture();
    }

    @Test
    void stageIsUnderWay_callersHaveCopiesOfTheirOwnAndTheValueIsRemembered() throws Exception {
        open(Terms.standard());
        CompletableFuture<Object> leader = call();
        CompletableFuture<Object> follower = call();
        assertThat(leader).isNotSameAs(follower).isNotSameAs(sources.get(0)).isNotDone();
        sources.get(0).complete("value");
        assertThat(leader).isCompletedWithValue("value");
        assertThat(follower).isCompletedWithValue("value");
        assertThat(call()).isCompletedWithValue("value").isNotSameAs(call());
        assertThat(rig.listener().outcomes())
                .containsExactlyInAnyOrder(Outcome.COMPUTED, Outcome.JOINED, Outcome.FRESH, Outcome.FRESH);
    }

    @Test
    void callerCancelsItsCopy_theOthersGetTheValue() throws Exception {
        open(Terms.standard());
        CompletableFuture<Object> leader = call();
        CompletableFuture<Object> follower = call();
        leader.cancel(true);
        call().complete("another");
        sources.get(0).complete("value");
        assertThat(follower).isCompletedWithValue("value");
        assertThat(call()).isCompletedWithValue("value");
    }

    @Test
    void stageFails_allGetTheFailureAndNothingIsRemembered() throws Exception {
        open(Terms.standard());
        CompletableFuture<Object> leader = call();
        CompletableFuture<Object> follower = call();
        Exception failure = new Exception("down");
        sources.get(0).completeExceptionally(failure);
        for (CompletableFuture<Object> copy : List.of(leader, follower)) {
            assertThatThrownBy(copy::get).hasCause(failure);
        }
        CompletableFuture<Object> next = call();
        sources.get(1).complete("value");
        assertThat(next).isCompletedWithValue("value");
        assertThat(rig.listener().count(Outcome.FAILED)).isEqualTo(2);
    }

    @Test
    void methodThrowsInsteadOfReturningAStage_itIsThrownAndTheFlightLands() {
        method = rig.stage(Terms.standard(), arguments -> {
            throw new IllegalStateException("at once");
        });
        assertThatThrownBy(this::call).hasMessage("at once");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.FAILED);
    }

    @Test
    void methodReturnsNull_isAFailureThatNamesTheMethod() throws Exception {
        method = rig.stage(Terms.standard(), arguments -> null);
        CompletableFuture<Object> copy = call();
        assertThatThrownBy(copy::get)
                .hasRootCauseInstanceOf(NullPointerException.class)
                .hasMessageContaining("MEMO0304");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.FAILED);
    }

    @Test
    void stageDoesNotEnd_followerIsRefusedAtTheBoundAndTheLeaderWaitsOn() throws Exception {
        open(Terms.standard());
        CompletableFuture<Object> leader = call();
        CompletableFuture<Object> follower = call();
        rig.clock().advance(Duration.ofSeconds(29));
        assertThat(follower).isNotDone();
        rig.clock().advance(Duration.ofSeconds(1));
        assertThatThrownBy(follower::get).hasCauseInstanceOf(ColdCacheException.class);
        sources.get(0).complete("value");
        assertThat(leader).isCompletedWithValue("value");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.REFUSED, Outcome.COMPUTED);
    }

    @Test
    void invalidatedWhileTheStageIsUnderWay_laterCallersStartANewOneAndNothingOldIsStored() throws Exception {
        open(Terms.standard());
        for (Runnable invalidation : List.<Runnable>of(
                () -> method.invalidate("k"),
                () -> method.invalidateAll(InvalidationMode.HARD),
                () -> method.invalidateAll(InvalidationMode.SOFT))) {
            method.invalidate("k");
            sources.clear();
            CompletableFuture<Object> before = call();
            invalidation.run();
            CompletableFuture<Object> later = call();
            sources.get(0).complete("old");
            assertThat(before).isCompletedWithValue("old");
            assertThat(later).isNotDone();
            sources.get(1).complete("new");
            assertThat(later).isCompletedWithValue("new");
            assertThat(call()).isCompletedWithValue("new");
        }
    }

    @Test
    void leadingStageIsInterrupted_aFollowerComputesAgain() throws Exception {
        open(Terms.standard());
        CompletableFuture<Object> leader = call();
        CompletableFuture<Object> follower = call();
        sources.get(0).completeExceptionally(new InterruptedException());
        assertThat(leader).isCompletedExceptionally();
        assertThat(follower).isNotDone();
        assertThat(rig.executor().runAll()).isEqualTo(1);
        sources.get(1).complete("value");
        assertThat(follower).isCompletedWithValue("value");
    }

    @Test
    void leadingStageIsInterruptedAndTheExecutorRefuses_theFollowerIsRefused() throws Exception {
        open(Terms.standard());
        call();
        CompletableFuture<Object> follower = call();
        rig.executor().refuse(true);
        sources.get(0).completeExceptionally(new InterruptedException());
        assertThatThrownBy(follower::get).hasCauseInstanceOf(ColdCacheException.class);
        assertThat(rig.listener().outcomes()).containsExactlyInAnyOrder(Outcome.FAILED, Outcome.REFUSED);
    }

    @Test
    void leadingStageIsInterruptedAndMeanwhileThereIsAValue_theFollowerGetsIt() throws Exception {
        open(Terms.standard());
        CompletableFuture<Object> follower = null;
        call();
        follower = call();
        sources.get(0).completeExceptionally(new InterruptedException());
        CompletableFuture<Object> other = call();
        sources.get(1).complete("value");
        rig.executor().runAll();
        assertThat(other).isCompletedWithValue("value");
        assertThat(follower).isCompletedWithValue("value");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.FAILED, Outcome.COMPUTED, Outcome.FRESH);
    }

    @Test
    void stale_isServedAsACompletedStageAndRenewedBehind() throws Exception {
        open(Terms.twoLimits());
        call();
        sources.get(0).complete("one");
        rig.clock().advance(Duration.ofSeconds(11));
        assertThat(call()).isCompletedWithValue("one");
        rig.executor().runAll();
        assertThat(call()).isCompletedWithValue("one");
        assertThat(rig.executor().size()).as("one renewal at a time").isZero();
        sources.get(1).complete("two");
        assertThat(call()).isCompletedWithValue("two");
    }

    @Test
    void callerRefresh_itsStageBringsTheNewValueAndTheOthersAreServedStale() throws Exception {
        open(Terms.twoLimits().refresh(Refresh.CALLER));
        call();
        sources.get(0).complete("one");
        rig.clock().advance(Duration.ofSeconds(11));
        CompletableFuture<Object> renewing = call();
        assertThat(renewing).isNotDone();
        assertThat(call()).isCompletedWithValue("one");
        sources.get(1).completeExceptionally(new IllegalStateException("down"));
        assertThat(renewing).as("the fallback").isCompletedWithValue("one");
        assertThat(call()).as("left alone a while").isCompletedWithValue("one");
        rig.clock().advance(Duration.ofSeconds(1));
        CompletableFuture<Object> again = call();
        sources.get(2).complete("two");
        assertThat(again).isCompletedWithValue("two");
        assertThat(rig.listener().outcomes())
                .containsExactly(Outcome.COMPUTED, Outcome.STALE, Outcome.FALLBACK, Outcome.FALLBACK, Outcome.COMPUTED);
    }

    @Test
    void sameKeyRecursionByThenCompose_isComputedThrough() throws Exception {
        CompletableFuture<Object> start = new CompletableFuture<>();
        method = rig.stage(
                Terms.standard(),
                arguments -> arguments[0].equals("start")
                        ? start
                        : next("start").thenCompose(go -> computations.incrementAndGet() < 3 ? next("k") : now("end")));
        CompletableFuture<Object> copy = call();
        start.complete("go");
        assertThat(copy).isCompletedWithValue("end");
        assertThat(rig.clock().moved()).isZero();
    }

    @Test
    void cycleOverTwoStages_endsWithoutTheClock() throws Exception {
        Map<Object, CompletableFuture<Object>> starts =
                Map.of("start-x", new CompletableFuture<>(), "start-y", new CompletableFuture<>());
        Map<Object, Boolean> met = new ConcurrentHashMap<>();
        method = rig.stage(Terms.standard(), arguments -> {
            Object key = arguments[0];
            if (starts.containsKey(key)) {
                return starts.get(key);
            }
            if (met.putIfAbsent(key, true) != null) {
                return now(key + ".");
            }
            return next("start-" + key)
                    .thenCompose(go -> next(key.equals("x") ? "y" : "x"))
                    .thenApply(value -> key + "" + value);
        });
        CompletableFuture<Object> x = method.stage("x").toCompletableFuture();
        CompletableFuture<Object> y = method.stage("y").toCompletableFuture();
        starts.values().forEach(start -> start.complete("go"));
        assertThat(x).isDone();
        assertThat(y).isDone();
        assertThat(rig.clock().moved()).isZero();
    }

    @Test
    void cycleThroughARenewalInACall_endsWithoutTheClock() throws Exception {
        CompletableFuture<Object> renewed = new CompletableFuture<>();
        AtomicInteger rounds = new AtomicInteger();
        method = rig.stage(Terms.twoLimits().refresh(Refresh.CALLER), arguments -> {
            if (arguments[0].equals("x")) {
                return rounds.getAndIncrement() == 0 ? now("x1") : renewed;
            }
            return next("x").thenCompose(x -> computations.incrementAndGet() < 2 ? next("y") : now(x + "y"));
        });
        method.stage("x");
        rig.clock().advance(Duration.ofSeconds(11));
        CompletableFuture<Object> y = method.stage("y").toCompletableFuture();
        renewed.complete("x2");
        assertThat(y).isCompletedWithValue("x2y");
        assertThat(rig.clock().moved()).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void executorFailsWhenAFollowerLooksAgain_theFollowerIsRefused() throws Exception {
        method = rig.stage(
                Terms.standard(),
                arguments -> {
                    CompletableFuture<Object> source = new CompletableFuture<>();
                    sources.add(source);
                    return source;
                },
                task -> {
                    throw new IllegalStateException("the component has been stopped");
                });
        call();
        CompletableFuture<Object> follower = call();
        sources.get(0).completeExceptionally(new InterruptedException());
        assertThatThrownBy(follower::get).hasCauseInstanceOf(ColdCacheException.class);
    }

    @Test
    void conditionFailsWithAnError_theValueIsReturnedAndTheNextCallMayCompute() throws Exception {
        open(Terms.standard().cacheIf(Conditions.Broken.class));
        CompletableFuture<Object> leader = call();
        sources.get(0).complete("value");
        assertThat(leader).isCompletedWithValue("value");
        call();
        assertThat(sources).as("not behind a lease that nobody gave back").hasSize(2);
        sources.get(1).complete("value");
    }

    private CompletionStage<Object> next(Object key) {
        try {
            return method.stage(key);
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static CompletionStage<Object> now(Object value) {
        return CompletableFuture.completedFuture(value);
    }
}
