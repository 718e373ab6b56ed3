package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CallCounts;
import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.RefreshEvent;
import dev.memoized.WhenCold;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import dev.memoized.testing.RecordingListener.Refreshed;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class CountsTest {
    private static final int ROUNDS = Integer.getInteger("memoized.rounds", 1);
    private static final int THREADS = 8;
    private static final int CALLS = 500;
    private static final int KEYS = 12;

    private final Rig rig = Rig.create();

    @Test
    void manyThreadsEndCallsInManyWays_eachIsCountedOnce() {
        Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
        for (int round = 0; round < ROUNDS; round++) {
            seen.addAll(new Crowd().meet());
        }
        assertThat(seen)
                .contains(
                        Outcome.FRESH,
                        Outcome.STALE,
                        Outcome.COMPUTED,
                        Outcome.FALLBACK,
                        Outcome.BYPASSED,
                        Outcome.FAILED);
    }

    @Test
    void callersFollow_eachIsCountedOnceAndTheirComputationToo() {
        Rigged method = rig.plain(Terms.standard(), arguments -> "value");
        rig.gate().hold(Place.LEASED);
        try (Callers<Object> herd = Callers.start(THREADS, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.FOLLOWING, THREADS - 1);
            rig.gate().open(Place.LEASED);
            herd.values();
        }
        CallCounts counts = method.memoized().counts(Terms.NAME);
        assertThat(counts.count(Outcome.COMPUTED)).isOne();
        assertThat(counts.count(Outcome.JOINED)).isEqualTo(THREADS - 1);
        assertThat(counts.calls()).isEqualTo(THREADS);
        assertThat(counts.hitRatio()).isZero();
    }

    @Test
    void callersAreRefused_eachIsCountedOnce() throws Exception {
        Rigged method = rig.plain(Terms.standard().whenCold(WhenCold.FAIL), arguments -> "value");
        rig.gate().hold(Place.LEASED);
        try (Callers<Object> leader = Callers.start(1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.LEASED, 1);
            try (Callers<Object> refused = Callers.start(THREADS, number -> method.call("k"))) {
                assertThat(refused.failures()).hasSize(THREADS);
            }
            assertThat(method.memoized().counts(Terms.NAME).count(Outcome.REFUSED))
                    .isEqualTo(THREADS);
            rig.gate().open(Place.LEASED);
            leader.values();
        }
        assertThat(method.memoized().counts(Terms.NAME).calls()).isEqualTo(THREADS + 1);
    }

    @Test
    void renewalsSucceedFailAndAreRejected_eachIsCounted() throws Exception {
        Set<Object> renewed = ConcurrentHashMap.newKeySet();
        Rigged method = rig.plain(Terms.twoLimits(), arguments -> {
            if (!renewed.add(arguments[0]) && arguments[0].equals("failing")) {
                throw new IllegalStateException("down");
            }
            return "value";
        });
        for (String key : List.of("good", "failing")) {
            method.call(key);
            rig.clock().advance(Duration.ofSeconds(11));
            method.call(key);
            rig.executor().runAll();
        }
        rig.clock().advance(Duration.ofSeconds(1));
        rig.executor().refuse(true);
        method.call("failing");
        CallCounts counts = method.memoized().counts(Terms.NAME);
        assertThat(counts.count(RefreshEvent.STARTED)).isEqualTo(2);
        assertThat(counts.count(RefreshEvent.SUCCEEDED)).isOne();
        assertThat(counts.count(RefreshEvent.FAILED)).isOne();
        assertThat(counts.count(RefreshEvent.REJECTED)).isOne();
        assertThat(counts.count(Outcome.STALE)).isEqualTo(3);
        assertThat(counts.hitRatio()).isEqualTo(0.6);
    }

    /** Threads that call three methods of one engine, while time passes and entries are invalidated. */
    private static final class Crowd {
        private final Rig rig = Rig.create();
        private final Set<Object> computed = ConcurrentHashMap.newKeySet();
        private final Rigged method = rig.plain(Terms.twoLimits(), this::compute, Runnable::run);
        private final Rigged caller =
                method.beside("caller", Terms.twoLimits().refresh(Refresh.CALLER), this::computeOnce);
        private final Rigged keyless =
                method.beside("keyless", Terms.standard().keyGenerator(Conditions.NoKeys.class), this::compute);

        private Object compute(Object... arguments) {
            if ((Integer) arguments[0] == KEYS - 1) {
                throw new IllegalStateException("down");
            }
            return arguments[0];
        }

        private Object computeOnce(Object... arguments) {
            if (!computed.add(arguments[0])) {
                throw new IllegalStateException("down");
            }
            return arguments[0];
        }

        private Set<Outcome> meet() {
            try (Callers<Boolean> callers = Callers.start(THREADS, this::work)) {
                callers.values();
            }
            Set<Outcome> seen = EnumSet.noneOf(Outcome.class);
            List<CallCounts> all = method.memoized().counts();
            assertThat(all).extracting(CallCounts::name).containsExactly("caller", "keyless", Terms.NAME);
            for (CallCounts counts : all) {
                assertThat(counts.calls()).isEqualTo(THREADS * CALLS);
                compare(counts, seen);
            }
            return seen;
        }

        private boolean work(int number) {
            for (int i = 0; i < CALLS; i++) {
                int key = (i * 7 + number) % KEYS;
                call(method, key);
                call(caller, key);
                call(keyless, key);
                if (number == 0 && i % 50 == 49) {
                    rig.clock().advance(Duration.ofSeconds(11));
                } else if (number == 1 && i % 20 == 19) {
                    method.invalidate(key);
                }
            }
            return true;
        }

        private static void call(Rigged method, int key) {
            try {
                assertThat(method.call(key)).isEqualTo(key);
            } catch (Exception failure) {
                assertThat(failure).hasMessage("down");
            }
        }

        private void compare(CallCounts counts, Set<Outcome> seen) {
            List<Outcome> heard = rig.listener().outcomes(counts.name());
            for (Outcome outcome : Outcome.values()) {
                assertThat(counts.count(outcome)).isEqualTo(Collections.frequency(heard, outcome));
            }
            List<Refreshed> refreshed = rig.listener().refreshes();
            for (RefreshEvent event : RefreshEvent.values()) {
                assertThat(counts.count(event))
                        .isEqualTo(Collections.frequency(refreshed, new Refreshed(counts.name(), event)));
            }
            seen.addAll(heard);
        }
    }
}
