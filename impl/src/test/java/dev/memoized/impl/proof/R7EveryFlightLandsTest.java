package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.COMPLETE_BEFORE_REMOVE;
import static dev.memoized.impl.proof.Defect.ERRORS_LEAVE_FLIGHT;
import static dev.memoized.impl.proof.Defect.EXCEPTION_REMEMBERED;
import static dev.memoized.impl.proof.Defect.FLIGHT_NOT_REMOVED_ON_FAILURE;
import static dev.memoized.impl.proof.Defect.INTERRUPTED_LEADER_FAILS_FOLLOWERS;
import static dev.memoized.impl.proof.Defect.RETRY_PER_FOLLOWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

@Rule(
        number = "R7",
        says = "A flight ends in one place, removed and then completed, for every Throwable; an interrupted leader is"
                + " replaced by a follower; one failure goes to the present followers, not a retry each.")
class R7EveryFlightLandsTest extends RuleChecks {
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    /** Fails the first time, when told to go on. */
    private Body failingOnce(Throwable failure) {
        return arguments -> {
            if (computations.incrementAndGet() > 1) {
                return "value-" + computations.get();
            }
            inside.countDown();
            go.await();
            if (failure instanceof Error error) {
                throw error;
            }
            throw (Exception) failure;
        };
    }

    @Kills({EXCEPTION_REMEMBERED, FLIGHT_NOT_REMOVED_ON_FAILURE})
    void C19_computationFails_theNextCallComputes(Memoizing memoizing) throws Exception {
        Exception failure = new IllegalStateException("down");
        memoizing.open(Terms.standard(), failingOnce(failure));
        go.countDown();
        assertThatThrownBy(() -> memoizing.call("k")).isSameAs(failure);
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        assertThat(memoizing.listener().outcomes()).containsExactly(Outcome.FAILED, Outcome.COMPUTED);
    }

    @Kills({RETRY_PER_FOLLOWER})
    void C20_aThousandCallersAndAFailure_oneAttemptAndOneExceptionForAll(Memoizing memoizing) throws Exception {
        Exception failure = new Exception("checked");
        memoizing.open(Terms.standard(), failingOnce(failure));
        try (Callers<Object> leader = memoizing.start(1, "k")) {
            inside.await();
            try (Callers<Object> followers = memoizing.startFollowers(999, "k")) {
                go.countDown();
                assertThat(leader.failures()).containsExactly(failure);
                assertThat(followers.failures()).hasSize(999).allMatch(each -> each == failure);
            }
        }
        assertThat(computations).hasValue(1);
        assertThat(memoizing.count(Outcome.FAILED)).isEqualTo(1_000);
    }

    @Kills({ERRORS_LEAVE_FLIGHT})
    void C31_computationFailsWithAnError_theFlightLandsAndTheNextCallComputes(Memoizing memoizing) throws Exception {
        List<Throwable> errors = Stream.of(
                        new StackOverflowError(),
                        new NoClassDefFoundError("a"),
                        new OutOfMemoryError("test"),
                        new AssertionError("b"),
                        new ThreadDeath())
                .map(Throwable.class::cast)
                .toList();
        memoizing.open(Terms.standard(), arguments -> {
            int number = computations.getAndIncrement();
            if (number < errors.size()) {
                throw (Error) errors.get(number);
            }
            return "value";
        });
        for (Throwable error : errors) {
            assertThatThrownBy(() -> memoizing.call("k")).isSameAs(error);
            assertThat(memoizing.flights()).isZero();
        }
        assertThat(memoizing.call("k")).isEqualTo("value");
    }

    @Kills(ERRORS_LEAVE_FLIGHT)
    void renewalFailsWithAnError_theStaleValueIsServedOn(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), arguments -> {
            if (computations.incrementAndGet() == 2) {
                throw new NoClassDefFoundError("a");
            }
            return "value-" + computations.get();
        });
        memoizing.call("k");
        memoizing.advance(11);
        memoizing.call("k");
        memoizing.executor().runAll();
        assertThat(memoizing.flights()).isZero();
        memoizing.advance(1);
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        memoizing.executor().runAll();
        assertThat(memoizing.call("k")).isEqualTo("value-3");
    }

    @Kills({INTERRUPTED_LEADER_FAILS_FOLLOWERS, FLIGHT_NOT_REMOVED_ON_FAILURE})
    void C24_leaderIsInterrupted_aFollowerLeads(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), failingOnce(new AssertionError("nobody opens")));
        try (Callers<Object> leader = memoizing.start(1, "k")) {
            inside.await();
            try (Callers<Object> followers = memoizing.startFollowers(10, "k")) {
                leader.thread(0).interrupt();
                assertThat(leader.failures()).hasSize(1).hasOnlyElementsOfType(InterruptedException.class);
                assertThat(followers.values()).hasSize(10).containsOnly("value-2");
            }
        }
        assertThat(computations).hasValue(2);
        assertThat(memoizing.count(Outcome.COMPUTED)).isEqualTo(1);
    }

    @Kills(INTERRUPTED_LEADER_FAILS_FOLLOWERS)
    void C24_leaderIsInterruptedAndFailsWithSomethingElse_aFollowerLeads(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), arguments -> {
            if (computations.incrementAndGet() == 1) {
                inside.countDown();
                go.await();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the driver's own");
            }
            return "value-2";
        });
        try (Callers<Object> leader = memoizing.start(1, "k")) {
            inside.await();
            try (Callers<Object> follower = memoizing.startFollowers(1, "k")) {
                go.countDown();
                assertThat(leader.failures()).hasOnlyElementsOfType(IllegalStateException.class);
                assertThat(follower.values()).containsExactly("value-2");
            }
        }
    }

    @Kills(COMPLETE_BEFORE_REMOVE)
    void C19_whoIsToldOfAFailureAndCallsAgain_computes(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), failingOnce(new IllegalStateException("down")));
        try (Callers<Object> leader = memoizing.start(1, "k")) {
            inside.await();
            try (Callers<Object> follower = memoizing.startFollowers(1, "k")) {
                memoizing.gate().hold(Place.PUBLISHED);
                go.countDown();
                assertThat(follower.failures()).hasSize(1);
                try (Callers<Object> again = memoizing.start(1, "k")) {
                    memoizing.gate().awaitReached(Place.COMPUTED, 1);
                    memoizing.gate().open(Place.PUBLISHED);
                    assertThat(again.values()).containsExactly("value-2");
                }
            }
            assertThat(leader.failures()).hasSize(1);
        }
    }
}
