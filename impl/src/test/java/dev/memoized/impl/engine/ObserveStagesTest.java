package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.ColdCacheException;
import dev.memoized.MemoizedException;
import dev.memoized.MemoizedMethods;
import dev.memoized.Observed;
import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ObserveStagesTest {
    private static final int ROUNDS = Integer.getInteger("memoized.rounds", 1);
    private static final int THREADS = 8;
    private static final int CALLS = 200;

    private final Rig rig = Rig.create();
    private final Queue<CompletableFuture<Object>> sources = new ConcurrentLinkedQueue<>();
    private final Rigged method = rig.stage(Terms.standard(), arguments -> source());
    private final MemoizedMethods memoized = method.memoized();

    private CompletableFuture<Object> source() {
        CompletableFuture<Object> source = new CompletableFuture<>();
        sources.add(source);
        return source;
    }

    private void complete(Object value) {
        Objects.requireNonNull(sources.poll(), "no computation").complete(value);
    }

    private CompletableFuture<Observed<Object>> observe(Rigged called, Object key) throws Exception {
        return memoized.observeAsync(() -> called.stage(key)).toCompletableFuture();
    }

    @AfterEach
    void threadCarriesNoWatch() {
        assertThatThrownBy(() -> memoized.observe(() -> "nothing")).hasMessageStartingWith("MEMO0323");
    }

    @Test
    void stageCompletesOnAnotherThread_itsObserverIsToldThen() throws Exception {
        CompletableFuture<Observed<Object>> observer = observe(method, "k");
        assertThat(observer).isNotDone();
        rig.clock().advance(Duration.ofSeconds(3));
        completeElsewhere("value");
        assertThat(observer).isCompletedWithValue(new Observed<>("value", Outcome.COMPUTED, Duration.ofSeconds(3)));
        assertThat(observe(method, "k"))
                .isCompletedWithValue(new Observed<>("value", Outcome.FRESH, Duration.ofSeconds(3)));
    }

    private void completeElsewhere(Object value) {
        try (Callers<Boolean> other = Callers.start(1, number -> {
            complete(value);
            return true;
        })) {
            other.values();
        }
    }

    @Test
    void callersFollow_whoCompletesTheStageIsToldOfItsOwnCallOnly() throws Exception {
        Rigged plain = method.beside("plain", Terms.standard(), arguments -> "plain");
        plain.call("k");
        CompletableFuture<Observed<Object>> leader = observe(method, "k");
        CompletableFuture<Observed<Object>> follower = observe(method, "k");
        Observed<Object> completing = memoized.observe(() -> {
            Object value = plain.call("k");
            complete("value");
            return value;
        });
        assertThat(completing.outcome()).isEqualTo(Outcome.FRESH);
        assertThat(leader).isCompletedWithValueMatching(observed -> observed.outcome() == Outcome.COMPUTED);
        assertThat(follower).isCompletedWithValueMatching(observed -> observed.outcome() == Outcome.JOINED);
    }

    @Test
    void nobodyObservesTheStage_whoCompletesItIsNotToldOfIt() throws Exception {
        method.stage("k");
        assertThatThrownBy(() -> memoized.observe(() -> {
                    complete("value");
                    return "nothing";
                }))
                .hasMessageStartingWith("MEMO0323");
    }

    @Test
    void stageIsUnderWay_plainObserverIsRefusedWhateverTheMethodCalled() throws Exception {
        Rigged plain = method.beside("plain", Terms.standard(), arguments -> "plain");
        Rigged calling = method.stageBeside("calling", Terms.standard(), arguments -> {
            plain.call("k");
            return source();
        });
        assertThatThrownBy(() -> memoized.observe(() -> calling.stage("k")))
                .isInstanceOf(MemoizedException.class)
                .hasMessageStartingWith("MEMO0323");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED);
        complete("value");
        assertThat(memoized.observe(() -> calling.stage("k")).outcome()).isEqualTo(Outcome.FRESH);
    }

    @Test
    void stageFails_itsObserverFailsAlike() throws Exception {
        Exception failure = new Exception("down");
        CompletableFuture<Observed<Object>> observer = observe(method, "k");
        Objects.requireNonNull(sources.poll()).completeExceptionally(failure);
        assertThatThrownBy(observer::get).cause().isSameAs(failure);
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.FAILED);
    }

    @Test
    void methodThrowsInsteadOfReturningAStage_observerGetsItOnThisThread() {
        IllegalStateException failure = new IllegalStateException("at once");
        Rigged throwing = method.stageBeside("throwing", Terms.standard(), arguments -> {
            throw failure;
        });
        assertThatThrownBy(() -> observe(throwing, "k")).isSameAs(failure);
    }

    @Test
    void followerWaitsTooLong_itsObserverIsRefusedAndTheLeadersIsTold() throws Exception {
        CompletableFuture<Observed<Object>> leader = observe(method, "k");
        CompletableFuture<Observed<Object>> follower = observe(method, "k");
        rig.clock().advance(Duration.ofSeconds(30));
        assertThatThrownBy(follower::get).hasCauseInstanceOf(ColdCacheException.class);
        complete("value");
        assertThat(leader).isCompletedWithValueMatching(observed -> observed.outcome() == Outcome.COMPUTED);
    }

    @Test
    void callerRenews_itsObserverIsToldWhenTheRenewalEnds() throws Exception {
        Rigged renewing =
                method.stageBeside("renewing", Terms.twoLimits().refresh(Refresh.CALLER), arguments -> source());
        renewing.stage("k");
        complete("old");
        rig.clock().advance(Duration.ofSeconds(11));
        CompletableFuture<Observed<Object>> observer = observe(renewing, "k");
        assertThat(observe(renewing, "k"))
                .isCompletedWithValue(new Observed<>("old", Outcome.STALE, Duration.ofSeconds(11)));
        assertThat(observer).isNotDone();
        completeElsewhere("new");
        assertThat(observer).isCompletedWithValue(new Observed<>("new", Outcome.COMPUTED, Duration.ZERO));
    }

    @Test
    void leaderIsAbandoned_followerLooksAgainAndItsObserverIsTold() throws Exception {
        CompletableFuture<Observed<Object>> leader = observe(method, "k");
        rig.clock().advance(Terms.standard().longest().minusSeconds(1));
        CompletableFuture<Observed<Object>> follower = observe(method, "k");
        rig.clock().advance(Duration.ofSeconds(2));
        CompletableFuture<Observed<Object>> next = observe(method, "k");
        rig.executor().runAllOnNewThreads();
        CompletableFuture<Object> first = Objects.requireNonNull(sources.poll());
        complete("value");
        assertThat(next).isCompletedWithValueMatching(observed -> observed.outcome() == Outcome.COMPUTED);
        assertThat(follower).isCompletedWithValueMatching(observed -> observed.outcome() == Outcome.JOINED);
        assertThat(leader).isNotDone();
        first.complete("late");
        assertThat(leader).isCompletedWithValueMatching(observed -> observed.outcome() == Outcome.COMPUTED);
    }

    @Test
    void manyThreadsObserveAndCompleteEachOthersStages_eachIsToldItsOwn() throws Exception {
        Rigged plain = method.beside("plain", Terms.standard(), arguments -> arguments[0]);
        Rigged keyless = method.beside(
                "keyless", Terms.standard().keyGenerator(Conditions.NoKeys.class), arguments -> arguments[0]);
        plain.call("k");
        for (int round = 0; round < ROUNDS; round++) {
            int thisRound = round;
            try (Callers<List<CompletableFuture<Observed<Object>>>> crowd =
                    Callers.start(THREADS, number -> switch (number % 4) {
                        case 0 -> repeat(i -> completing(plain, Outcome.FRESH));
                        case 1 -> repeat(i -> completing(keyless, Outcome.BYPASSED));
                        case 2 ->
                            repeat(i -> {
                                plain.call(thisRound + "/" + number + "/" + i);
                                return CompletableFuture.completedFuture(
                                        new Observed<>("k", Outcome.FRESH, Duration.ZERO));
                            });
                        default -> repeat(i -> observe(method, thisRound + "/" + number + "/" + i));
                    })) {
                List<List<CompletableFuture<Observed<Object>>>> all = crowd.values();
                sources.forEach(source -> source.complete("value"));
                sources.clear();
                for (int number = 0; number < THREADS; number++) {
                    Outcome own = List.of(Outcome.FRESH, Outcome.BYPASSED, Outcome.FRESH, Outcome.COMPUTED)
                            .get(number % 4);
                    assertThat(all.get(number).stream().map(CompletableFuture::join))
                            .hasSize(CALLS)
                            .allMatch(observed -> observed.outcome() == own);
                }
            }
        }
    }

    private CompletableFuture<Observed<Object>> completing(Rigged called, Outcome expected) throws Exception {
        Observed<Object> observed = memoized.observe(() -> {
            Object value = called.call("k");
            Stream.ofNullable(sources.poll()).forEach(source -> source.complete("value"));
            return value;
        });
        assertThat(observed.outcome()).isEqualTo(expected);
        return CompletableFuture.completedFuture(observed);
    }

    private static List<CompletableFuture<Observed<Object>>> repeat(Numbered work) throws Exception {
        Stream.Builder<CompletableFuture<Observed<Object>>> all = Stream.builder();
        for (int i = 0; i < CALLS; i++) {
            all.add(work.at(i));
        }
        return all.build().toList();
    }

    private interface Numbered {
        CompletableFuture<Observed<Object>> at(int number) throws Exception;
    }
}
