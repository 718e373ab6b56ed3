package dev.memoized.impl.engine;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.JOINED;
import static dev.memoized.Outcome.REFUSED;
import static dev.memoized.impl.engine.Versioned.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.ColdCacheException;
import dev.memoized.Refresh;
import dev.memoized.VersionSource;
import dev.memoized.impl.engine.Versioned.Counting;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Versions and several threads: kills "a follower takes any leader's value", "each thread asks". */
@Timeout(60)
class VersionRacesTest {
    private static final VersionSource ONE = version(1);
    private static final VersionSource TWO = version(2);

    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();
    private final Body body = arguments -> "value-" + computations.incrementAndGet();
    private final ConcurrentMap<Object, Object> request = TestRequests.begin();
    private final List<Callers<?>> started = new ArrayList<>();
    private Rigged method = rig.plain(Versioned.terms(Terms.twoLimits()), body);

    @AfterEach
    void nothingIsLeft() {
        rig.gate().close();
        started.forEach(Callers::results);
        rig.executor().runAll();
        assertThat(method.flights()).isZero();
        assertThat(rig.clock().pending()).isZero();
        assertThat(rig.clock().waiters()).isZero();
    }

    private Callers<Object> start(int count, VersionSource source) {
        return kept(Callers.start(count, number -> method.call("k", source)));
    }

    private <T> Callers<T> kept(Callers<T> callers) {
        started.add(callers);
        return callers;
    }

    /** A leader that has computed and not stored yet. */
    private Callers<Object> leader(VersionSource source) {
        rig.gate().hold(Place.COMPUTED);
        int before = rig.gate().count(Place.COMPUTED);
        Callers<Object> leader = start(1, source);
        rig.gate().awaitReached(Place.COMPUTED, before + 1);
        return leader;
    }

    private Callers<Object> follower(VersionSource source) {
        int before = rig.gate().count(Place.FOLLOWING);
        Callers<Object> follower = start(1, source);
        rig.gate().awaitReached(Place.FOLLOWING, before + 1);
        rig.clock().awaitWaiters(1);
        return follower;
    }

    @RepeatedTest(5)
    void twentyThreadsFindNothing_oneComputesForAll() {
        rig.gate().hold(Place.LEASED);
        Callers<Object> callers = start(20, ONE);
        rig.gate().awaitReached(Place.FOLLOWING, 19);
        rig.gate().open(Place.LEASED);
        assertThat(callers.values()).containsOnly("value-1");
        assertThat(rig.listener().count(COMPUTED)).isEqualTo(1);
        assertThat(rig.listener().count(JOINED)).isEqualTo(19);
    }

    @Test
    void followerHasAnotherVersion_itDoesNotTakeTheLeadersValue() throws Exception {
        Callers<Object> leader = leader(ONE);
        Callers<Object> follower = follower(TWO);
        rig.gate().open(Place.COMPUTED);
        assertThat(leader.values()).containsExactly("value-1");
        assertThat(follower.values()).containsExactly("value-2");
        assertThat(method.call("k", TWO)).isEqualTo("value-2");
    }

    @Test
    void leaderHasNoVersion_followerWithOneDoesNotTakeItsValue() {
        Callers<Object> leader = leader(Versioned.failing());
        Callers<Object> follower = follower(TWO);
        rig.gate().open(Place.COMPUTED);
        assertThat(leader.values()).containsExactly("value-1");
        assertThat(follower.values()).containsExactly("value-2");
    }

    @Test
    void followerHasNoVersion_itTakesTheLeadersValue() {
        Callers<Object> leader = leader(ONE);
        Callers<Object> follower = follower(Versioned.failing());
        rig.gate().open(Place.COMPUTED);
        assertThat(leader.values()).containsExactly("value-1");
        assertThat(follower.values()).containsExactly("value-1");
        assertThat(computations).hasValue(1);
    }

    @Test
    void leadersOfAnotherVersionOneAfterTheOther_followerEndsWithinItsWait() {
        FaultyBackend faulty = new FaultyBackend(rig.backend());
        method = rig.with(faulty).plain(Versioned.terms(Terms.standard()), body);
        leader(ONE);
        AtomicReference<Thread> waiting = new AtomicReference<>();
        Callers<Object> follower = kept(Callers.start(1, number -> {
            waiting.set(Thread.currentThread());
            return method.call("k", TWO);
        }));
        rig.clock().awaitWaiters(1);
        rig.clock().advance(Duration.ofSeconds(20));
        AtomicInteger looks = new AtomicInteger();
        faulty.before(operation -> {
            if (operation.equals("read") && Thread.currentThread() == waiting.get() && looks.incrementAndGet() == 1) {
                method.invalidate("k", ONE);
                leader(ONE);
            }
        });
        rig.gate().open(Place.COMPUTED);
        rig.gate().awaitReached(Place.FOLLOWING, 2);
        rig.clock().awaitWaiters(1);
        rig.clock().advance(Duration.ofSeconds(10));
        assertThat(follower.failures()).hasSize(1).hasOnlyElementsOfType(ColdCacheException.class);
        assertThat(looks).hasValue(1);
        assertThat(rig.listener().count(REFUSED)).isEqualTo(1);
    }

    @Test
    void followerOfAStageHasAnotherVersion_itLooksAgainAndComputes() throws Exception {
        List<CompletableFuture<Object>> sources = new ArrayList<>();
        method = rig.stage(Versioned.terms(Terms.standard()), arguments -> {
            sources.add(new CompletableFuture<>());
            return sources.get(sources.size() - 1);
        });
        CompletableFuture<Object> one = method.stage("k", ONE).toCompletableFuture();
        CompletableFuture<Object> two = method.stage("k", TWO).toCompletableFuture();
        sources.get(0).complete("first");
        assertThat(one).isCompletedWithValue("first");
        assertThat(two).isNotDone();
        rig.executor().runAll();
        sources.get(1).complete("second");
        assertThat(two).isCompletedWithValue("second");
        assertThat(method.stage("k", TWO)).isCompletedWithValue("second");
    }

    @Test
    void keyIsDroppedDuringTheComputation_itsValueIsNeitherStoredNorKeptByTheRequest() throws Exception {
        rig.gate().hold(Place.COMPUTED);
        Callers<Object> leader =
                kept(Callers.start(1, number -> rig.requests().in(request, () -> method.call("k", ONE))));
        rig.gate().awaitReached(Place.COMPUTED, 1);
        method.invalidate("k", ONE);
        rig.gate().open(Place.COMPUTED);
        assertThat(leader.values()).containsExactly("value-1");
        assertThat(rig.requests().in(request, () -> method.call("k", ONE))).isEqualTo("value-2");
        assertThat(method.call("k", ONE)).isEqualTo("value-2");
    }

    @Test
    void requestDropsTheKeyWhileItsSourceIsAsked_whoCallsAfterwardsAsksAgain() throws Exception {
        Counting slow = new Counting(call -> {
            rig.gate().reached(Place.FOLLOWING, "source");
            return 1;
        });
        rig.gate().hold(Place.FOLLOWING, "source");
        Callers<Object> first = kept(Callers.start(1, number -> inRequest(slow)));
        rig.gate().awaitReached(Place.FOLLOWING, "source", 1);
        rig.requests().in(request, () -> {
            method.invalidate("k", slow);
            return "done";
        });
        assertThat(inRequest(TWO)).isEqualTo("value-1");
        rig.gate().open(Place.FOLLOWING, "source");
        assertThat(first.values()).containsExactly("value-2");
        assertThat(inRequest(ONE)).isEqualTo("value-1");
    }

    private Object inRequest(VersionSource source) throws Exception {
        return rig.requests().in(request, () -> method.call("k", source));
    }

    @RepeatedTest(5)
    void eightThreadsOfOneRequest_sourceIsAskedOnceAndAllGetOneValue() {
        Counting slow = new Counting(call -> {
            rig.gate().reached(Place.FOLLOWING, "source");
            return 1;
        });
        rig.gate().hold(Place.FOLLOWING, "source");
        Callers<Object> callers = kept(Callers.start(8, number -> inRequest(slow)));
        rig.gate().awaitReached(Place.FOLLOWING, "source", 1);
        rig.clock().awaitWaiters(7);
        rig.gate().open(Place.FOLLOWING, "source");
        assertThat(callers.values()).containsOnly("value-1");
        assertThat(slow.times()).isEqualTo(1);
    }

    @Test
    void anotherThreadOfTheRequestRenewsMeanwhile_whatWasUsedFirstIsUsedOn() throws Exception {
        method = rig.plain(Versioned.terms(Terms.twoLimits().refresh(Refresh.CALLER)), body);
        method.call("k", ONE);
        rig.clock().advance(Duration.ofSeconds(11));
        rig.gate().hold(Place.COMPUTED);
        Callers<Object> renewing = kept(Callers.start(1, number -> inRequest(ONE)));
        rig.gate().awaitReached(Place.COMPUTED, 2);
        assertThat(inRequest(ONE)).isEqualTo("value-1");
        rig.gate().open(Place.COMPUTED);
        assertThat(renewing.values()).containsExactly("value-2");
        assertThat(inRequest(ONE)).isEqualTo("value-1");
        assertThat(method.call("k", ONE)).isEqualTo("value-2");
    }

    @Test
    void sourceHangs_otherThreadsOfTheRequestAskForThemselvesAtTheirBound() throws Exception {
        rig.gate().hold(Place.FOLLOWING, "source");
        Callers<Object> hanging = kept(Callers.start(
                1,
                number -> inRequest(call -> {
                    rig.gate().reached(Place.FOLLOWING, "source");
                    return 1;
                })));
        rig.gate().awaitReached(Place.FOLLOWING, "source", 1);
        Callers<Object> other = kept(Callers.start(1, number -> inRequest(TWO)));
        rig.clock().awaitWaiters(1);
        rig.clock().advance(Duration.ofSeconds(30));
        assertThat(other.values()).containsExactly("value-1");
        assertThat(method.call("k", TWO)).isEqualTo("value-1");
        rig.gate().open(Place.FOLLOWING, "source");
        assertThat(hanging.values()).containsExactly("value-2");
    }

    @Test
    void callerIsInterruptedWhileItWaitsForAnothersSource_itAsksItselfAndStaysInterrupted() {
        rig.gate().hold(Place.FOLLOWING, "source");
        kept(Callers.start(
                1,
                number -> inRequest(call -> {
                    rig.gate().reached(Place.FOLLOWING, "source");
                    return 1;
                })));
        rig.gate().awaitReached(Place.FOLLOWING, "source", 1);
        Callers<Boolean> other = kept(Callers.start(1, number -> {
            inRequest(TWO);
            return Thread.interrupted();
        }));
        rig.clock().awaitWaiters(1);
        other.thread(0).interrupt();
        assertThat(other.values()).containsExactly(true);
    }

    @RepeatedTest(5)
    void threadsOfManyVersions_eachGetsAValueOfItsOwn() {
        method = rig.plain(Versioned.terms(Terms.twoLimits()), arguments -> {
            int version = (Integer) ((VersionSource) arguments[1]).version(null);
            return version + "#" + computations.incrementAndGet();
        });
        Callers<Set<Object>> callers = kept(Callers.start(8, number -> {
            VersionSource own = version(number % 4);
            Set<Object> mine = new HashSet<>();
            for (int i = 0; i < 100; i++) {
                mine.add(method.call("k", own));
            }
            return mine;
        }));
        List<Set<Object>> values = callers.values();
        for (int number = 0; number < 8; number++) {
            String own = number % 4 + "#";
            assertThat(values.get(number)).allMatch(value -> value.toString().startsWith(own));
        }
    }
}
