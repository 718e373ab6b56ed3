package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.CacheListener;
import dev.memoized.MemoizedException;
import dev.memoized.MemoizedMethods;
import dev.memoized.Observed;
import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ObserveTest {
    private static final Duration STEP = Duration.ofSeconds(11);

    private final Rig rig = Rig.create();
    private final List<Observed<Object>> inside = new ArrayList<>();
    private int computations;
    private final Rigged method = rig.plain(Terms.twoLimits(), arguments -> arguments[0] + "#" + ++computations);
    private final MemoizedMethods memoized = method.memoized();

    private Observed<Object> observe(Rigged called, Object key) throws Exception {
        return memoized.observe(() -> called.call(key));
    }

    private static Observed<Object> seen(Object value, Outcome outcome, Duration age) {
        return new Observed<>(value, outcome, age);
    }

    @Test
    void entryAges_itsCallsAreComputedFreshAndStale() throws Exception {
        assertThat(observe(method, "k")).isEqualTo(seen("k#1", Outcome.COMPUTED, Duration.ZERO));
        rig.clock().advance(Duration.ofSeconds(3));
        assertThat(observe(method, "k")).isEqualTo(seen("k#1", Outcome.FRESH, Duration.ofSeconds(3)));
        rig.clock().advance(Duration.ofSeconds(8));
        assertThat(observe(method, "k")).isEqualTo(seen("k#1", Outcome.STALE, STEP));
    }

    @Test
    void renewalRunsOnTheCallersThread_theCallIsTold() throws Exception {
        Rigged other = method.beside("other", Terms.standard(), arguments -> "inner");
        Rigged direct = rig.plain(Terms.twoLimits(), arguments -> other.call("k"), Runnable::run);
        direct.call("k");
        rig.clock().advance(STEP);
        assertThat(direct.memoized().observe(() -> direct.call("k")).outcome()).isEqualTo(Outcome.STALE);
        assertThat(direct.memoized().observe(() -> direct.call("k")).outcome()).isEqualTo(Outcome.FRESH);
    }

    @Test
    void callerFollows_bothOfThemAreToldTheirOwn() {
        rig.gate().hold(Place.LEASED);
        try (Callers<Observed<Object>> leader = Callers.start(1, number -> observe(method, "k"))) {
            rig.gate().awaitReached(Place.LEASED, 1);
            try (Callers<Observed<Object>> follower = Callers.start(1, number -> observe(method, "k"))) {
                rig.gate().awaitReached(Place.FOLLOWING, 1);
                rig.gate().open(Place.LEASED);
                assertThat(follower.values()).containsExactly(seen("k#1", Outcome.JOINED, Duration.ZERO));
            }
            assertThat(leader.values()).containsExactly(seen("k#1", Outcome.COMPUTED, Duration.ZERO));
        }
    }

    @Test
    void noKeyCanBeMade_isBypassedWithoutAge() throws Exception {
        Rigged keyless = method.beside(
                "keyless", Terms.standard().keyGenerator(Conditions.NoKeys.class), arguments -> method.call("k"));
        assertThat(observe(keyless, "k")).isEqualTo(seen("k#1", Outcome.BYPASSED, Duration.ZERO));
    }

    @Test
    void renewalOfTheCallerFails_isAFallback() throws Exception {
        Rigged failing = method.beside("failing", Terms.twoLimits().refresh(Refresh.CALLER), arguments -> {
            if (++computations > 1) {
                throw new IllegalStateException("down");
            }
            return "value";
        });
        failing.call("k");
        rig.clock().advance(STEP);
        assertThat(observe(failing, "k")).isEqualTo(seen("value", Outcome.FALLBACK, STEP));
    }

    @Test
    void computationCallsAnother_theOuterOneIsTold() throws Exception {
        method.call("k");
        Rigged outer = method.beside("outer", Terms.standard(), arguments -> "<" + method.call("k") + ">");
        assertThat(observe(outer, "k")).isEqualTo(seen("<k#1>", Outcome.COMPUTED, Duration.ZERO));
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FRESH, Outcome.COMPUTED);
    }

    @Test
    void computationObservesAnother_eachIsToldItsOwn() throws Exception {
        method.call("k");
        Rigged outer = method.beside("outer", Terms.standard(), arguments -> {
            inside.add(observe(method, "k"));
            return "value";
        });
        assertThat(observe(outer, "k").outcome()).isEqualTo(Outcome.COMPUTED);
        assertThat(inside).extracting(Observed::outcome).containsExactly(Outcome.FRESH);
    }

    @Test
    void observerIsObserved_bothAreTold() throws Exception {
        Observed<Observed<Object>> outer = memoized.observe(() -> observe(method, "k"));
        assertThat(outer.value().outcome()).isEqualTo(Outcome.COMPUTED);
        assertThat(outer.outcome()).isEqualTo(Outcome.COMPUTED);
        Observed<Object> last = memoized.observe(() -> {
            inside.add(observe(method, "new"));
            return method.call("k");
        });
        assertThat(inside.get(0).outcome()).isEqualTo(Outcome.COMPUTED);
        assertThat(last.outcome()).isEqualTo(Outcome.FRESH);
    }

    @Test
    void severalCallsAreMade_theLastIsTold() throws Exception {
        Observed<Object> observed = memoized.observe(() -> {
            method.call("k");
            return method.call("k");
        });
        assertThat(observed.outcome()).isEqualTo(Outcome.FRESH);
    }

    @Test
    void methodFails_itsExceptionIsThrownAndTheNextObserverKnowsNothingOfIt() {
        IllegalStateException failure = new IllegalStateException("down");
        Rigged failing = method.beside("failing", Terms.standard(), arguments -> {
            throw failure;
        });
        assertThatThrownBy(() -> observe(failing, "k")).isSameAs(failure);
        assertThatThrownBy(() -> memoized.observe(() -> "nothing"))
                .isInstanceOf(MemoizedException.class)
                .hasMessageStartingWith("MEMO0323");
    }

    @Test
    void listenerMakesCallsOfItsOwn_theObservedOneIsTold() throws Exception {
        List<Rigged> others = new ArrayList<>();
        CacheListener talking = new CacheListener() {
            @Override
            public void called(String name, Outcome outcome, long ageNanos) {
                if (name.equals(Terms.NAME)) {
                    inside.add(seen(uncheckedly(others.get(0)), outcome, Duration.ZERO));
                }
            }
        };
        Memoization memoization = new Memoization(new Seams(
                rig.clock(),
                seed -> 0,
                rig.executor(),
                rig.gate(),
                List.of(talking, rig.listener()),
                key -> null,
                rig.requests()));
        Rigged first = new Rigged(
                memoization,
                Subject.plans(Subject.Plain.class, Terms.standard(), Terms.NAME),
                rig.backend(),
                arguments -> "value");
        others.add(first.beside("other", Terms.standard(), arguments -> "other"));
        others.get(0).call("k");
        assertThat(memoization.observe(() -> first.call("k")).outcome()).isEqualTo(Outcome.COMPUTED);
        assertThat(inside).extracting(Observed::value).containsExactly("other");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FRESH, Outcome.COMPUTED);
    }

    private static Object uncheckedly(Rigged called) {
        try {
            return called.call("k");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
