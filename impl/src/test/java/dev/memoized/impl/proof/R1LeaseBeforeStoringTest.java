package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.AS_OF_TAKEN_LATE;
import static dev.memoized.impl.proof.Defect.FLIGHT_NOT_DETACHED_BY_INVALIDATION;
import static dev.memoized.impl.proof.Defect.LANDING_REMOVES_SUCCESSOR;
import static dev.memoized.impl.proof.Defect.LATE_JOINER_JOINS_OLD_FLIGHT;
import static dev.memoized.impl.proof.Defect.NO_LEASE;
import static dev.memoized.impl.proof.Defect.NO_SINGLE_FLIGHT;
import static dev.memoized.impl.proof.Defect.OVERDUE_FLIGHT_BLOCKS;
import static dev.memoized.impl.proof.Defect.SOFT_DOES_NOT_DETACH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

@Rule(
        number = "R1",
        says =
                "Publishing stores only while the flight is attached. An invalidation, soft too, detaches the running flight:"
                        + " it answers those who came before, and who calls later starts a new one.")
class R1LeaseBeforeStoringTest extends RuleChecks {

    private static final Consumer<Memoizing> KEY = memoizing -> memoizing.invalidate("k");
    private static final Consumer<Memoizing> HARD = memoizing -> memoizing.invalidateAll(InvalidationMode.HARD);
    private static final Consumer<Memoizing> SOFT = memoizing -> memoizing.invalidateAll(InvalidationMode.SOFT);

    @Kills({NO_LEASE, FLIGHT_NOT_DETACHED_BY_INVALIDATION})
    void C01_keyInvalidatedDuringComputation_nothingOldIsStored(Memoizing memoizing) throws Exception {
        nothingOldIsStored(memoizing, KEY);
    }

    @Kills({NO_LEASE, AS_OF_TAKEN_LATE})
    void C03_namespaceInvalidatedHardDuringComputation_nothingOldIsStored(Memoizing memoizing) throws Exception {
        nothingOldIsStored(memoizing, HARD);
    }

    @Kills({NO_LEASE, AS_OF_TAKEN_LATE, SOFT_DOES_NOT_DETACH})
    void C03_namespaceInvalidatedSoftlyDuringComputation_nothingOldIsStored(Memoizing memoizing) throws Exception {
        nothingOldIsStored(memoizing, SOFT);
    }

    private void nothingOldIsStored(Memoizing memoizing, Consumer<Memoizing> invalidation) throws Exception {
        memoizing.open(Terms.standard(), counting());
        try (Callers<Object> leader = memoizing.startAndHold(Place.COMPUTED, "k")) {
            invalidation.accept(memoizing);
            memoizing.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("value-1");
        }
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        assertThat(memoizing.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.COMPUTED, Outcome.FRESH);
    }

    @Kills({LATE_JOINER_JOINS_OLD_FLIGHT, FLIGHT_NOT_DETACHED_BY_INVALIDATION})
    void C05_keyInvalidatedDuringComputation_laterCallersStartANewFlight(Memoizing memoizing) throws Exception {
        laterCallersStartANewFlight(memoizing, KEY);
    }

    @Kills(LATE_JOINER_JOINS_OLD_FLIGHT)
    void C05_namespaceInvalidatedHardDuringComputation_laterCallersStartANewFlight(Memoizing memoizing)
            throws Exception {
        laterCallersStartANewFlight(memoizing, HARD);
    }

    @Kills({LATE_JOINER_JOINS_OLD_FLIGHT, SOFT_DOES_NOT_DETACH})
    void C05_namespaceInvalidatedSoftlyDuringComputation_laterCallersStartANewFlight(Memoizing memoizing)
            throws Exception {
        laterCallersStartANewFlight(memoizing, SOFT);
    }

    private void laterCallersStartANewFlight(Memoizing memoizing, Consumer<Memoizing> invalidation) throws Exception {
        memoizing.open(Terms.standard(), counting());
        try (Callers<Object> leader = memoizing.startAndHold(Place.COMPUTED, "k");
                Callers<Object> before = memoizing.startFollowers(3, "k")) {
            invalidation.accept(memoizing);
            try (Callers<Object> later = memoizing.startAndHold(Place.COMPUTED, "k");
                    Callers<Object> withIt = memoizing.startFollowers(3, "k")) {
                memoizing.gate().open(Place.COMPUTED);
                assertThat(leader.values()).containsExactly("value-1");
                assertThat(before.values()).containsOnly("value-1");
                assertThat(later.values()).containsExactly("value-2");
                assertThat(withIt.values()).containsOnly("value-2");
            }
        }
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        assertThat(computations).hasValue(2);
    }

    @Kills(LANDING_REMOVES_SUCCESSOR)
    void detachedFlightLands_itsSuccessorStillTakesFollowers(Memoizing memoizing) throws Exception {
        SlowFirst body = new SlowFirst();
        memoizing.open(Terms.standard(), body);
        try (Callers<Object> old = body.start(memoizing)) {
            memoizing.invalidate("k");
            try (Callers<Object> successor = memoizing.startAndHold(Place.LEASED, "k")) {
                body.finish();
                assertThat(old.values()).containsExactly("value-1");
                assertThat(memoizing.flights()).isEqualTo(1);
                try (Callers<Object> followers = memoizing.startFollowers(2, "k")) {
                    memoizing.gate().open(Place.LEASED);
                    assertThat(successor.values()).containsExactly("value-2");
                    assertThat(followers.values()).containsOnly("value-2");
                }
            }
        }
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills(NO_LEASE)
    void detachedFlightLandsAfterItsSuccessor_theNewerValueStays(Memoizing memoizing) throws Exception {
        SlowFirst body = new SlowFirst();
        memoizing.open(Terms.standard(), body);
        try (Callers<Object> old = body.start(memoizing)) {
            memoizing.invalidate("k");
            assertThat(memoizing.call("k")).isEqualTo("value-2");
            body.finish();
            assertThat(old.values()).containsExactly("value-1");
        }
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills({OVERDUE_FLIGHT_BLOCKS, NO_LEASE})
    void computationTakesTooLong_nextCallerLeadsAndTheLateValueIsNotStored(Memoizing memoizing) throws Exception {
        SlowFirst body = new SlowFirst();
        memoizing.open(Terms.standard().longest(Duration.ofSeconds(20)), body);
        try (Callers<Object> late = body.start(memoizing)) {
            memoizing.advance(21);
            assertThat(memoizing.call("k")).isEqualTo("value-2");
            body.finish();
            assertThat(late.values()).containsExactly("value-1");
        }
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    /** Its first computation ends when told, the others at once. */
    private static final class SlowFirst implements Body {
        private final AtomicInteger computations = new AtomicInteger();
        private final CountDownLatch inside = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);

        @Override
        public Object compute(Object... arguments) throws Exception {
            int number = computations.incrementAndGet();
            if (number == 1) {
                inside.countDown();
                end.await();
            }
            return "value-" + number;
        }

        Callers<Object> start(Memoizing memoizing) throws InterruptedException {
            Callers<Object> slow = memoizing.start(1, "k");
            inside.await();
            return slow;
        }

        void finish() {
            end.countDown();
        }
    }

    @Kills({NO_LEASE, FLIGHT_NOT_DETACHED_BY_INVALIDATION})
    void C02_keyInvalidatedDuringRefresh_nothingOldIsStored(Memoizing memoizing) throws Exception {
        nothingOldIsStoredBehind(memoizing, KEY);
    }

    @Kills({NO_LEASE, AS_OF_TAKEN_LATE})
    void C03_namespaceInvalidatedHardDuringRefresh_nothingOldIsStored(Memoizing memoizing) throws Exception {
        nothingOldIsStoredBehind(memoizing, HARD);
    }

    private void nothingOldIsStoredBehind(Memoizing memoizing, Consumer<Memoizing> invalidation) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        makeStale(memoizing);
        try (Callers<Boolean> refresh = memoizing.renewAndHold(Place.COMPUTED)) {
            invalidation.accept(memoizing);
            memoizing.gate().open(Place.COMPUTED);
            refresh.values();
        }
        assertThat(memoizing.call("k")).isEqualTo("value-3");
        assertThat(memoizing.call("k")).isEqualTo("value-3");
        assertThat(memoizing.count(Outcome.COMPUTED)).isEqualTo(2);
    }

    @Kills({LATE_JOINER_JOINS_OLD_FLIGHT, FLIGHT_NOT_DETACHED_BY_INVALIDATION})
    void C05_keyInvalidatedDuringRefresh_laterCallersStartANewFlight(Memoizing memoizing) throws Exception {
        laterCallersStartANewFlightBehind(memoizing, KEY);
    }

    @Kills(LATE_JOINER_JOINS_OLD_FLIGHT)
    void C05_namespaceInvalidatedHardDuringRefresh_laterCallersStartANewFlight(Memoizing memoizing) throws Exception {
        laterCallersStartANewFlightBehind(memoizing, HARD);
    }

    private void laterCallersStartANewFlightBehind(Memoizing memoizing, Consumer<Memoizing> invalidation)
            throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        makeStale(memoizing);
        try (Callers<Boolean> refresh = memoizing.renewAndHold(Place.COMPUTED)) {
            invalidation.accept(memoizing);
            try (Callers<Object> later = memoizing.startAndHold(Place.LEASED, "k")) {
                memoizing.gate().open(Place.COMPUTED);
                refresh.values();
                memoizing.gate().open(Place.LEASED);
                assertThat(later.values()).containsExactly("value-3");
            }
        }
        assertThat(memoizing.call("k")).isEqualTo("value-3");
    }

    @Kills({NO_LEASE, AS_OF_TAKEN_LATE, SOFT_DOES_NOT_DETACH})
    void C03_namespaceInvalidatedSoftlyDuringRefresh_nothingOldIsStored(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        makeStale(memoizing);
        try (Callers<Boolean> refresh = memoizing.renewAndHold(Place.COMPUTED)) {
            memoizing.invalidateAll(InvalidationMode.SOFT);
            memoizing.gate().open(Place.COMPUTED);
            refresh.values();
        }
        assertThat(memoizing.call("k")).as("still the stale one").isEqualTo("value-1");
        memoizing.executor().runAll();
        assertThat(memoizing.call("k")).isEqualTo("value-3");
        assertThat(memoizing.listener().outcomes())
                .containsExactly(Outcome.COMPUTED, Outcome.STALE, Outcome.STALE, Outcome.FRESH);
        assertThat(memoizing.listener().count(RefreshEvent.SUCCEEDED)).isEqualTo(2);
    }

    private static void makeStale(Memoizing memoizing) throws Exception {
        memoizing.call("k");
        memoizing.advance(11);
        memoizing.call("k");
    }

    @Kills(NO_SINGLE_FLIGHT)
    void herdOfAThousand_oneComputesAndTheOthersJoin(Memoizing memoizing) {
        memoizing.open(Terms.standard(), counting());
        try (Callers<Object> leader = memoizing.startAndHold(Place.COMPUTED, "k");
                Callers<Object> followers = memoizing.startFollowers(999, "k")) {
            memoizing.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("value-1");
            assertThat(followers.values()).hasSize(999).containsOnly("value-1");
        }
        assertThat(memoizing.count(Outcome.COMPUTED)).isEqualTo(1);
        assertThat(memoizing.count(Outcome.JOINED)).isEqualTo(999);
    }
}
