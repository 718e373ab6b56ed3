package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.ERRORS_LEAVE_FLIGHT;
import static dev.memoized.impl.proof.Defect.EXCEPTION_REMEMBERED;
import static dev.memoized.impl.proof.Defect.FLIGHT_NOT_REMOVED_ON_FAILURE;
import static dev.memoized.impl.proof.Defect.INTERRUPTED_LEADER_FAILS_FOLLOWERS;
import static dev.memoized.impl.proof.Defect.NO_SINGLE_FLIGHT;
import static dev.memoized.impl.proof.Defect.RETRY_PER_FOLLOWER;
import static dev.memoized.impl.proof.Defect.THROWABLES_LEAVE_FLIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

@Rule(
        number = "R7",
        says = "Whatever a computation throws, its followers get it once, nothing of it is remembered, and of those who"
                + " call next one leads.")
class R7FailuresTest extends RuleChecks {
    private static final int FOLLOWERS = 5;

    /** Each key fails once, with its own failure. */
    private Body failing(Map<Object, Throwable> failures) {
        Map<Object, Throwable> left = new ConcurrentHashMap<>(failures);
        return arguments -> {
            computations.incrementAndGet();
            Throwable failure = left.remove(arguments[0]);
            return failure == null ? "value" : R7FailuresTest.<RuntimeException>thrown(failure);
        };
    }

    @SuppressWarnings("unchecked") // nobody looks whether it is checked
    private static <T extends Throwable> Object thrown(Throwable failure) throws T {
        throw (T) failure;
    }

    private void assertEachGoesToAll(Memoizing memoizing, Map<Object, Throwable> failures) throws Exception {
        memoizing.open(Terms.standard(), failing(failures));
        for (Map.Entry<Object, Throwable> each : failures.entrySet()) {
            computations.set(0);
            try (Callers<Object> leader = memoizing.startAndHold(Place.LEASED, each.getKey());
                    Callers<Object> followers = memoizing.startFollowers(FOLLOWERS, each.getKey())) {
                memoizing.gate().open(Place.LEASED);
                assertThat(leader.failures()).hasSize(1).allMatch(failure -> is(each.getValue(), failure));
                assertThat(followers.failures()).hasSize(FOLLOWERS).allMatch(failure -> is(each.getValue(), failure));
            }
            assertThat(memoizing.flights()).isZero();
            assertThat(computations).hasValue(1);
            assertThat(memoizing.call(each.getKey())).isEqualTo("value");
            assertThat(computations).hasValue(2);
        }
    }

    /** A test's door cannot let through what is neither exception nor error. */
    private static boolean is(Throwable expected, Throwable failure) {
        return failure == expected || failure.getCause() == expected;
    }

    @Kills({FLIGHT_NOT_REMOVED_ON_FAILURE, EXCEPTION_REMEMBERED, RETRY_PER_FOLLOWER})
    void C19_anyExceptionAndFollowers_allGetItAndTheNextCallComputes(Memoizing memoizing) throws Exception {
        assertEachGoesToAll(
                memoizing,
                Map.of(
                        "unchecked", new IllegalStateException("test"),
                        "checked", new IOException("test"),
                        "cancelled", new CancellationException("test"),
                        "plain", new Exception("test")));
    }

    @Kills({FLIGHT_NOT_REMOVED_ON_FAILURE, THROWABLES_LEAVE_FLIGHT})
    void C19_neitherExceptionNorError_allGetItAndTheNextCallComputes(Memoizing memoizing) throws Exception {
        assertEachGoesToAll(memoizing, Map.of("throwable", new Throwable("test")));
    }

    @Kills({ERRORS_LEAVE_FLIGHT, FLIGHT_NOT_REMOVED_ON_FAILURE, EXCEPTION_REMEMBERED})
    void C31_anyErrorAndFollowers_allGetItAndTheNextCallComputes(Memoizing memoizing) throws Exception {
        assertEachGoesToAll(
                memoizing,
                Map.of(
                        "stack", new StackOverflowError(),
                        "memory", new OutOfMemoryError("test"),
                        "linkage", new NoClassDefFoundError("test"),
                        "initializer", new ExceptionInInitializerError("test"),
                        "assertion", new AssertionError("test"),
                        "death", new ThreadDeath()));
    }

    @Kills({EXCEPTION_REMEMBERED, RETRY_PER_FOLLOWER, NO_SINGLE_FLIGHT})
    void C20_nextCallersAfterAFailure_oneLeadsAgainAndNothingIsRemembered(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), arguments -> {
            int number = computations.incrementAndGet();
            if (number <= 3) {
                throw new IllegalStateException("down-" + number);
            }
            return "value-" + number;
        });
        for (int round = 1; round <= 3; round++) {
            try (Callers<Object> leader = memoizing.startAndHold(Place.LEASED, "k");
                    Callers<Object> followers = memoizing.startFollowers(20, "k")) {
                memoizing.gate().open(Place.LEASED);
                assertThat(leader.failures()).extracting(Throwable::getMessage).containsExactly("down-" + round);
                assertThat(followers.failures())
                        .hasSize(20)
                        .extracting(Throwable::getMessage)
                        .containsOnly("down-" + round);
            }
            assertThat(computations).hasValue(round);
        }
        assertThat(memoizing.call("k")).isEqualTo("value-4");
        assertThat(memoizing.count(Outcome.FAILED)).isEqualTo(63);
    }

    @Kills(INTERRUPTED_LEADER_FAILS_FOLLOWERS)
    void C24_oneLeaderAfterTheOtherIsInterrupted_theLastOneBringsTheValue(Memoizing memoizing) throws Exception {
        BlockingQueue<Thread> leaders = new LinkedBlockingQueue<>();
        CountDownLatch never = new CountDownLatch(1);
        memoizing.open(Terms.standard(), arguments -> {
            int number = computations.incrementAndGet();
            if (number <= 3) {
                leaders.add(Thread.currentThread());
                never.await();
            }
            return "value-" + number;
        });
        try (Callers<Object> leader = memoizing.start(1, "k")) {
            Thread next = leaders.take();
            try (Callers<Object> followers = memoizing.startFollowers(6, "k")) {
                next.interrupt();
                leaders.take().interrupt();
                leaders.take().interrupt();
                assertThat(followers.failures()).hasSize(2).hasOnlyElementsOfType(InterruptedException.class);
            }
            assertThat(leader.failures()).hasOnlyElementsOfType(InterruptedException.class);
        }
        assertThat(computations).hasValue(4);
        assertThat(memoizing.call("k")).isEqualTo("value-4");
    }
}
