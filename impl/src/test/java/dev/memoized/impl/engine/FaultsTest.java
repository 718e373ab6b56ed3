package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.ColdCacheException;
import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.RefreshEvent;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong around a computation does not go wrong in the call. */
@Timeout(60)
class FaultsTest {
    private final Rig rig = Rig.create();
    private final FaultyBackend backend = new FaultyBackend(rig.backend());
    private final AtomicInteger computations = new AtomicInteger();
    private final Body counting = arguments -> "value-" + computations.incrementAndGet();

    private static void fail(String operation) {
        throw new BackendException("no " + operation, null);
    }

    @Test
    void storeFailsAtEverything_callsGoOn() throws Exception {
        Rigged method = rig.with(backend).plain(Terms.twoLimits(), counting);
        backend.before(FaultsTest::fail);
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(rig.listener().outcomes()).containsOnly(Outcome.COMPUTED);
        try (Callers<Object> herd = Callers.start(50, number -> method.call("k"))) {
            assertThat(herd.values()).hasSize(50);
        }
        assertThat(method.flights()).isZero();
    }

    @Test
    void storeFailsAtOneThing_callsGoOn() throws Exception {
        for (String broken : new String[] {"read", "lease", "publish", "release"}) {
            backend.before(operation -> {});
            Rigged method = rig.with(backend).plain(Terms.twoLimits(), counting);
            method.invalidate("k");
            method.call("k");
            rig.clock().advance(Duration.ofSeconds(11));
            backend.before(operation -> {
                if (operation.equals(broken)) {
                    fail(operation);
                }
            });
            for (int round = 0; round < 3; round++) {
                assertThat((String) method.call("k")).as(broken).startsWith("value-");
                rig.executor().runAll();
            }
            assertThat(method.flights()).isZero();
        }
    }

    @Test
    void readFailsThoughThereIsAFreshValue_theCallEnds() throws Exception {
        Rigged method = rig.with(backend).plain(Terms.standard(), counting);
        method.call("k");
        backend.before(operation -> {
            if (operation.equals("read")) {
                fail(operation);
            }
        });
        try (Callers<Object> caller = Callers.start(1, number -> method.call("k"))) {
            caller.thread(0).join(5_000);
            assertThat(caller.alive()).as("looks again for ever").isZero();
            assertThat((String) caller.values().get(0)).startsWith("value-");
        }
    }

    @Test
    void storeCannotSayWhenAnotherJvmEnds_itIsAskedAgainAndTheCallGoesOn() {
        Rig there = rig.otherJvm();
        Rigged theirs = there.plain(Terms.standard(), counting);
        Rigged method = rig.with(backend).plain(Terms.standard(), counting);
        backend.before(operation -> {
            if (operation.equals("awaitChange")) {
                fail(operation);
            }
        });
        there.gate().hold(Place.COMPUTED);
        try (Callers<Object> leader = Callers.start(1, number -> theirs.call("k"))) {
            there.gate().awaitReached(Place.COMPUTED, 1);
            try (Callers<Object> caller = Callers.start(1, number -> method.call("k"))) {
                rig.clock().awaitWaiters(1);
                there.gate().open(Place.COMPUTED);
                assertThat(leader.values()).containsExactly("value-1");
                rig.clock().advance(Duration.ofSeconds(1));
                assertThat(caller.values()).containsExactly("value-1");
            }
        }
    }

    @Test
    void keyCannotBeMade_theCallBypassesTheCache() throws Exception {
        Rigged generated = rig.plain(Terms.standard().keyGenerator(Conditions.NoKeys.class), counting);
        assertThat(generated.call("k")).isEqualTo("value-1");
        Rigged method = rig.plain(Terms.standard(), counting);
        Object identity = new Object();
        assertThat(method.call(identity)).isEqualTo("value-2");
        assertThat(method.call(identity)).isEqualTo("value-3");
        assertThat(rig.listener().outcomes()).hasSize(3).containsOnly(Outcome.BYPASSED);
        assertThat(method.flights()).isZero();
    }

    @Test
    void conditionSaysNo_theValueIsReturnedAndNotStored() throws Exception {
        Rigged method = rig.plain(Terms.standard().cacheIf(Conditions.Never.class), counting);
        try (Callers<Object> leader = held(method);
                Callers<Object> followers = followers(method, 3)) {
            rig.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("value-1");
            assertThat(followers.values()).containsOnly("value-1");
        }
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    private Callers<Object> held(Rigged method) {
        rig.gate().hold(Place.COMPUTED);
        Callers<Object> leader = Callers.start(1, number -> method.call("k"));
        rig.gate().awaitReached(Place.COMPUTED, 1);
        return leader;
    }

    private Callers<Object> followers(Rigged method, int count) {
        Callers<Object> followers = Callers.start(count, number -> method.call("k"));
        rig.gate().awaitReached(Place.FOLLOWING, count);
        return followers;
    }

    @Test
    void conditionFails_theValueIsReturnedAndNotStored() throws Exception {
        Rigged failing = rig.plain(Terms.standard().cacheIf(Conditions.Failing.class), counting);
        assertThat(failing.call("k")).isEqualTo("value-1");
        assertThat(failing.call("k")).isEqualTo("value-2");
        Rigged broken = rig.plain(Terms.standard().cacheIf(Conditions.Broken.class), counting);
        assertThat(broken.call("k")).isEqualTo("value-3");
        assertThat(broken.call("k")).isEqualTo("value-4");
    }

    @Test
    void executorFailsOtherThanByRefusing_staleIsServedAndALaterCallTriesAgain() throws Exception {
        AtomicInteger handed = new AtomicInteger();
        Rigged method = rig.plain(Terms.twoLimits(), counting, task -> {
            if (handed.incrementAndGet() == 1) {
                throw new IllegalStateException("the component has been stopped");
            }
            rig.executor().execute(task);
        });
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(11));
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(rig.listener().refreshEvents()).containsExactly(RefreshEvent.REJECTED);
        assertThat(method.isIdle()).isTrue();
        rig.clock().advance(Duration.ofSeconds(1));
        method.call("k");
        assertThat(rig.executor().runAll()).isEqualTo(1);
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void executorRunsTasksAtOnce_staleIsServedAndRenewed() throws Exception {
        Rigged method = rig.plain(Terms.twoLimits(), counting, Runnable::run);
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(11));
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void renewalNeverEnds_othersRenewAfterTheLongestComputation() throws Exception {
        Rigged method = rig.stage(
                Terms.twoLimits().longest(Duration.ofSeconds(20)),
                arguments -> computations.incrementAndGet() == 2
                        ? new CompletableFuture<>()
                        : CompletableFuture.completedFuture("value-" + computations.get()));
        method.stage("k");
        rig.clock().advance(Duration.ofSeconds(11));
        method.stage("k");
        rig.executor().runAll();
        rig.clock().advance(Duration.ofSeconds(21));
        assertThat(method.stage("k").toCompletableFuture()).isCompletedWithValue("value-1");
        assertThat(rig.executor().runAll()).isEqualTo(1);
        assertThat(method.stage("k").toCompletableFuture()).isCompletedWithValue("value-3");
        assertThat(method.isIdle()).isTrue();
    }

    @Test
    void computationsOverflowTheStack_everyFlightLandsAndEveryKeyCanBeComputed() throws Exception {
        for (Refresh refresh : Refresh.values()) {
            AtomicInteger deepest = new AtomicInteger();
            Rigged[] self = new Rigged[1];
            self[0] = rig.plain(Terms.twoLimits().refresh(refresh), arguments -> {
                int n = (Integer) arguments[0];
                deepest.accumulateAndGet(n, Math::max);
                return n + 1 == computations.get() ? "end" : self[0].call(n + 1);
            });
            computations.set(0);
            for (int round = 0; round < 20; round++) {
                Thread thread = new Thread(null, () -> overflow(self[0]), "deep", 512 * 1024);
                thread.start();
                thread.join();
                assertThat(self[0].flights()).isZero();
            }
            assertThat(deepest.get()).isGreaterThan(20);
            computations.set(1);
            for (int n = deepest.get(); n > 0; n--) {
                computations.set(n + 1);
                assertThat(self[0].call(n)).isEqualTo("end");
            }
            self[0].invalidateAll(InvalidationMode.HARD);
        }
    }

    private static void overflow(Rigged method) {
        assertThatThrownBy(() -> method.call(1)).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void storingFails_theValueIsReturnedAndTheNextCallComputes() throws Exception {
        Rigged method = rig.plain(Terms.standard(), counting);
        rig.gate().failAt(Place.COMPUTED, () -> new IllegalStateException("test"));
        assertThat(method.call("k")).isEqualTo("value-1");
        rig.gate().reset();
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void manyCallersAndInvalidationsAtOnce_outcomesSumUpToCalls() throws Exception {
        int rounds = Integer.getInteger("memoized.rounds", 1);
        AtomicInteger stops = new AtomicInteger();
        Rigged method = rig.plain(Terms.twoLimits(), arguments -> {
            if (computations.incrementAndGet() % 7 == 0) {
                throw new IllegalStateException("now and then");
            }
            return arguments[0];
        });
        int calls = 2_000 * rounds;
        try (Callers<Integer> callers = Callers.start(8, number -> work(method, new Random(number), calls, stops))) {
            assertThat(callers.values()).hasSize(8);
        }
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        rig.listener().outcomes().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(8 * calls);
        assertThat(counts.getOrDefault(Outcome.FAILED, 0) + counts.getOrDefault(Outcome.REFUSED, 0))
                .isEqualTo(stops.get());
        rig.executor().runAll();
        assertThat(method.flights()).isZero();
        assertThat(method.isIdle()).isTrue();
        assertThat(rig.clock().pending()).isZero();
    }

    private Integer work(Rigged method, Random random, int calls, AtomicInteger stops) throws Exception {
        for (int call = 0; call < calls; call++) {
            Object key = random.nextInt(5);
            switch (random.nextInt(20)) {
                case 0 -> method.invalidate(key);
                case 1 -> rig.clock().advance(Duration.ofSeconds(3));
                case 2 -> rig.executor().runNext();
                default -> {}
            }
            try {
                assertThat(method.call(key)).isEqualTo(key);
            } catch (IllegalStateException | ColdCacheException failure) {
                stops.incrementAndGet();
            }
        }
        return calls;
    }
}
