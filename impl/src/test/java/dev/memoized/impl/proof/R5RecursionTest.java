package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.ERRORS_LEAVE_FLIGHT;
import static dev.memoized.impl.proof.Defect.USER_CODE_UNDER_MAP_LOCK;
import static dev.memoized.impl.proof.Defect.WAITS_WITHOUT_CYCLE_CHECK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.WhenCold;
import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

@Rule(
        number = "R5",
        says = "Recursion and cycles: other keys are computed as deep as the stack goes; the same key and cycles over"
                + " threads are detected and computed through, without the clock.")
class R5RecursionTest extends RuleChecks {
    private static final int CHAIN = 5_000;

    /** What one computation of a chain needs of the stack: more than all between two of them. */
    private static final int FRAMES = 2_000;

    @Kills(USER_CODE_UNDER_MAP_LOCK)
    void C15_fibonacciOfNinety_eachNumberIsComputedOnce(Memoizing memoizing) throws Exception {
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
    void C16_sameKeyRecursion_isComputedThrough(Memoizing memoizing) throws Exception {
        memoizing.open(
                Terms.standard(),
                arguments -> computations.incrementAndGet() < 4 ? "(" + memoizing.call(arguments) + ")" : "end");
        assertThat(memoizing.call("k")).isEqualTo("(((end)))");
        assertThat(memoizing.call("k")).isEqualTo("(((end)))");
        assertThat(memoizing.count(Outcome.COMPUTED)).isEqualTo(4);
        assertThat(memoizing.clock().moved()).isZero();
    }

    @Kills({WAITS_WITHOUT_CYCLE_CHECK, USER_CODE_UNDER_MAP_LOCK})
    void C16_recursionThroughAnotherKey_isComputedThrough(Memoizing memoizing) throws Exception {
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
    void C17_cycleOverTwoThreads_endsWithoutTheClock(Memoizing memoizing) {
        cycle(memoizing, Map.of("x", "y", "y", "x"));
    }

    @Kills({WAITS_WITHOUT_CYCLE_CHECK, USER_CODE_UNDER_MAP_LOCK})
    void C17_cycleOverThreeThreads_endsWithoutTheClock(Memoizing memoizing) {
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

    @Kills(WAITS_WITHOUT_CYCLE_CHECK)
    void C17_renewalIsPartOfTheCycle_endsWithoutTheClock(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), arguments -> {
            int number = computations.incrementAndGet();
            String key = (String) arguments[0];
            return number == 1 || number > 3 ? key : key + memoizing.call(key.equals("x") ? "y" : "x");
        });
        memoizing.call("x");
        memoizing.advance(11);
        memoizing.call("x");
        try (Callers<Boolean> renewal = memoizing.renewAndHold(Place.LEASED);
                Callers<Object> caller = memoizing.startAndHold(Place.LEASED, "y")) {
            memoizing.advance(50);
            memoizing.gate().open(Place.LEASED);
            assertThat(caller.values()).allMatch(value -> value.toString().startsWith("y"));
            renewal.values();
        }
        assertThat(memoizing.clock().moved()).hasSeconds(61);
    }

    @Kills(WAITS_WITHOUT_CYCLE_CHECK)
    void C16_fail_sameKeyRecursionIsComputedThroughAllTheSame(Memoizing memoizing) throws Exception {
        memoizing.open(
                Terms.standard().whenCold(WhenCold.FAIL),
                arguments -> computations.incrementAndGet() < 2 ? "(" + memoizing.call(arguments) + ")" : "end");
        assertThat(memoizing.call("k")).isEqualTo("(end)");
    }

    /** Each key computed from the one below it. */
    private Body chain(Memoizing memoizing) {
        return arguments -> {
            computations.incrementAndGet();
            int n = (Integer) arguments[0];
            if (n < 0) {
                throw new StackOverflowError("where there is enough of it");
            }
            assertThat(frames(FRAMES)).isEqualTo(FRAMES);
            return n == 0 ? 0 : 1 + (Integer) memoizing.call(n - 1);
        };
    }

    private static int frames(int count) {
        return count == 0 ? 0 : 1 + frames(count - 1);
    }

    private static Object onStackOf(long bytes, Memoizing memoizing, int key) throws Exception {
        FutureTask<Object> task = new FutureTask<>(() -> {
            try {
                return memoizing.call(key);
            } catch (StackOverflowError overflow) {
                return overflow;
            }
        });
        Thread thread = new Thread(null, task, "deep", bytes);
        thread.setDaemon(true);
        thread.start();
        return task.get();
    }

    @Kills(USER_CODE_UNDER_MAP_LOCK)
    void C15_chainOfThousandsAndALargeStack_eachKeyIsComputedOnce(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), chain(memoizing));
        assertThat(onStackOf(256L << 20, memoizing, CHAIN)).isEqualTo(CHAIN);
        assertThat(computations).hasValue(CHAIN + 1);
        assertThat(memoizing.flights()).isZero();
    }

    @Kills(ERRORS_LEAVE_FLIGHT)
    void C15_chainOfThousandsAndASmallStack_overflowsAndLeavesNoFlight(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), chain(memoizing));
        assertThat(onStackOf(1L << 20, memoizing, -1))
                .as("loads what a failure needs")
                .isNotNull();
        assertThat(memoizing.call(0)).isEqualTo(0);
        assertThat(onStackOf(1L << 20, memoizing, CHAIN)).isInstanceOf(StackOverflowError.class);
        assertThat(memoizing.flights()).isZero();
        for (int key = 1; key <= CHAIN; key++) {
            assertThat(memoizing.call(key)).isEqualTo(key);
        }
    }
}
