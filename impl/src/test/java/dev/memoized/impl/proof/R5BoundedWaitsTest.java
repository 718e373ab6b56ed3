package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.INTERRUPT_FLAG_LOST;
import static dev.memoized.impl.proof.Defect.UNBOUNDED_WAIT;
import static dev.memoized.impl.proof.Defect.USER_CODE_UNDER_MAP_LOCK;
import static dev.memoized.impl.proof.Defect.WAITS_WITHOUT_CYCLE_CHECK;
import static dev.memoized.impl.proof.Defect.WHEN_COLD_IGNORED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.ColdCacheException;
import dev.memoized.Outcome;
import dev.memoized.WhenCold;
import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;

@Rule(
        number = "R5",
        says = "Every wait is bounded and knows its owner: same-key recursion and cycles are detected and computed"
                + " through; memoized fibonacci(90) works.")
class R5BoundedWaitsTest extends RuleChecks {

    @Kills(USER_CODE_UNDER_MAP_LOCK)
    void fibonacciOfNinety_eachNumberIsComputedOnce(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), arguments -> {
            computations.incrementAndGet();
            int n = (Integer) arguments[0];
            return n < 2 ? (Object) (long) n : (Object) ((Long) memoizing.call(n - 1) + (Long) memoizing.call(n - 2));
        });
        assertThat(memoizing.call(90)).isEqualTo(2_880_067_194_370_816_120L);
        assertThat(computations).hasValue(91);
        assertThat(memoizing.clock().moved()).isZero();
    }

    @Kills({WAITS_WITHOUT_CYCLE_CHECK, USER_CODE_UNDER_MAP_LOCK})
    void sameKeyRecursion_isComputedThrough(Memoizing memoizing) throws Exception {
        memoizing.open(
                Terms.standard(),
                arguments -> computations.incrementAndGet() < 4 ? "(" + memoizing.call(arguments) + ")" : "end");
        assertThat(memoizing.call("k")).isEqualTo("(((end)))");
        assertThat(memoizing.call("k")).isEqualTo("(((end)))");
        assertThat(memoizing.count(Outcome.COMPUTED)).isEqualTo(4);
        assertThat(memoizing.clock().moved()).isZero();
    }

    @Kills({WAITS_WITHOUT_CYCLE_CHECK, USER_CODE_UNDER_MAP_LOCK})
    void recursionThroughAnotherKey_isComputedThrough(Memoizing memoizing) throws Exception {
        memoizing.open(
                Terms.standard(),
                arguments -> arguments[0]
                        + (computations.incrementAndGet() < 5
                                ? "" + memoizing.call(arguments[0].equals("x") ? "y" : "x")
                                : "."));
        assertThat(memoizing.call("x")).isEqualTo("xyxyx.");
        assertThat(memoizing.clock().moved()).isZero();
    }

    @Kills({WAITS_WITHOUT_CYCLE_CHECK, USER_CODE_UNDER_MAP_LOCK})
    void cycleOverTwoThreads_endsWithoutTheClock(Memoizing memoizing) {
        cycle(memoizing, Map.of("x", "y", "y", "x"));
    }

    @Kills({WAITS_WITHOUT_CYCLE_CHECK, USER_CODE_UNDER_MAP_LOCK})
    void cycleOverThreeThreads_endsWithoutTheClock(Memoizing memoizing) {
        cycle(memoizing, Map.of("x", "y", "y", "z", "z", "x"));
    }

    /** Each thread is inside of one key's computation before any of them asks for the next key. */
    private static void cycle(Memoizing memoizing, Map<String, String> next) {
        CyclicBarrier inside = new CyclicBarrier(next.size());
        Map<String, Boolean> met = new ConcurrentHashMap<>();
        ThreadLocal<AtomicBoolean> nested = ThreadLocal.withInitial(AtomicBoolean::new);
        memoizing.open(Terms.standard(), arguments -> {
            String key = (String) arguments[0];
            if (met.putIfAbsent(key, true) == null) {
                inside.await();
                return key + memoizing.call(next.get(key));
            }
            return nested.get().getAndSet(true) ? key : key + memoizing.call(next.get(key));
        });
        String[] keys = next.keySet().toArray(String[]::new);
        try (Callers<Object> threads = Callers.start(keys.length, number -> memoizing.call(keys[number]))) {
            assertThat(threads.values()).allMatch(value -> value.toString().length() > 1);
        }
        assertThat(memoizing.clock().moved()).isZero();
    }

    @Kills(UNBOUNDED_WAIT)
    void computationHangs_followersAreRefusedAtTheBound(Memoizing memoizing) {
        memoizing.open(Terms.standard(), counting());
        try (Callers<Object> leader = memoizing.startAndHold(Place.COMPUTED, "k");
                Callers<Object> followers = memoizing.startFollowers(5, "k")) {
            memoizing.clock().awaitWaiters(5);
            memoizing.advance(29);
            assertThat(followers.alive()).isEqualTo(5);
            memoizing.advance(1);
            assertThat(followers.failures()).hasSize(5).hasOnlyElementsOfType(ColdCacheException.class);
            assertThat(computations).as("no extra computation").hasValue(1);
            memoizing.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("value-1");
        }
        assertThat(memoizing.count(Outcome.REFUSED)).isEqualTo(5);
    }

    @Kills(INTERRUPT_FLAG_LOST)
    void interruptedFollower_keepsItsFlagAndTheOthersTheirValue(Memoizing memoizing) {
        memoizing.open(Terms.standard(), counting());
        try (Callers<Object> leader = memoizing.startAndHold(Place.COMPUTED, "k");
                Callers<Boolean> interrupted = Callers.start(1, number -> {
                    assertThatThrownBy(() -> memoizing.call("k")).isInstanceOf(ColdCacheException.class);
                    return Thread.currentThread().isInterrupted();
                })) {
            memoizing.gate().awaitReached(Place.FOLLOWING, 1);
            try (Callers<Object> others = memoizing.startFollowers(3, "k")) {
                interrupted.thread(0).interrupt();
                assertThat(interrupted.values()).containsExactly(true);
                memoizing.gate().open(Place.COMPUTED);
                assertThat(others.values()).containsOnly("value-1");
                assertThat(leader.values()).containsExactly("value-1");
            }
        }
    }

    @Kills(WHEN_COLD_IGNORED)
    void fail_followersAreRefusedAtOnce(Memoizing memoizing) {
        memoizing.open(Terms.standard().whenCold(WhenCold.FAIL), counting());
        try (Callers<Object> leader = memoizing.startAndHold(Place.COMPUTED, "k")) {
            assertThatThrownBy(() -> memoizing.call("k")).isInstanceOf(ColdCacheException.class);
            memoizing.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("value-1");
        }
        assertThat(memoizing.listener().outcomes()).containsExactly(Outcome.REFUSED, Outcome.COMPUTED);
    }

    @Kills(WHEN_COLD_IGNORED)
    void compute_eachComputesAndOnlyTheLeadersValueIsStored(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard().whenCold(WhenCold.COMPUTE), counting());
        try (Callers<Object> leader = memoizing.startAndHold(Place.COMPUTED, "k")) {
            assertThat(memoizing.call("k")).isEqualTo("value-2");
            memoizing.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("value-1");
        }
        assertThat(memoizing.call("k")).isEqualTo("value-1");
    }

    @Kills(WAITS_WITHOUT_CYCLE_CHECK)
    void fail_sameKeyRecursionIsComputedThroughAllTheSame(Memoizing memoizing) throws Exception {
        memoizing.open(
                Terms.standard().whenCold(WhenCold.FAIL),
                arguments -> computations.incrementAndGet() < 2 ? "(" + memoizing.call(arguments) + ")" : "end");
        assertThat(memoizing.call("k")).isEqualTo("(end)");
    }
}
