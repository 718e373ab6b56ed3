package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A computation that nobody expects to end: kills "an overdue flight ends only when somebody asks for its key". */
@Timeout(60)
class AbandonedFlightTest {
    private static final Terms TERMS = Terms.standard().longest(Duration.ofSeconds(20));

    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();

    @Test
    void leaderNeverEnds_callOfAnotherKeyLetsItsFollowersLookAgain() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Rigged method = rig.plain(TERMS, arguments -> {
            if (!arguments[0].equals("k")) {
                return "another";
            }
            int number = computations.incrementAndGet();
            if (number == 1) {
                inside.countDown();
                end.await();
            }
            return "value-" + number;
        });
        try (Callers<Object> leader = Callers.start("leader", 1, number -> method.call("k"))) {
            inside.await();
            try (Callers<Object> follower = Callers.start("follower", 1, number -> method.call("k"))) {
                rig.gate().awaitReached(Place.FOLLOWING, 1);
                rig.clock().awaitWaiters(1);
                rig.clock().advance(Duration.ofSeconds(21));
                assertThat(method.call("other")).isEqualTo("another");
                assertThat(follower.values()).containsExactly("value-2");
            }
            end.countDown();
            assertThat(leader.values()).containsExactly("value-1");
        }
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(method.flights()).isZero();
    }

    @Test
    void stageNeverEnds_callOfAnotherKeyLetsItsFollowersLookAgain() throws Exception {
        Rigged method = rig.stage(TERMS, arguments -> {
            int number = computations.incrementAndGet();
            return number == 1 ? new CompletableFuture<>() : CompletableFuture.completedFuture("value-" + number);
        });
        CompletionStage<Object> leader = method.stage("k");
        CompletionStage<Object> follower = method.stage("k");
        rig.clock().advance(Duration.ofSeconds(21));
        method.stage("other");
        assertThat(rig.executor().runAll()).isEqualTo(1);
        assertThat(follower).isCompletedWithValue("value-3");
        assertThat(leader).isNotDone();
        assertThat(method.flights()).isZero();
        assertThat(rig.clock().pending()).isZero();
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.COMPUTED);
    }
}
