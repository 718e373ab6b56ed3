package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two engines with one backend: who computes beside whom. */
@Timeout(60)
class SingleFlightTest {
    private final Rig here = Rig.create();
    private final Rig there = here.otherJvm();
    private final AtomicInteger computations = new AtomicInteger();
    private Rigged ours;
    private Rigged theirs;

    private void open(String singleFlight) {
        Terms terms = Terms.standard().setting("memoized.default.single-flight", singleFlight);
        Body counting = arguments -> "value-" + computations.incrementAndGet();
        ours = here.plain(terms, counting);
        theirs = there.plain(terms, counting);
    }

    private Callers<Object> theyCompute() {
        there.gate().hold(Place.COMPUTED);
        Callers<Object> leader = Callers.start("there", 1, number -> theirs.call("k"));
        there.gate().awaitReached(Place.COMPUTED, 1);
        return leader;
    }

    @Test
    void shared_oneJvmComputes_theOtherWaitsForItsValue() throws Exception {
        open("shared");
        try (Callers<Object> leader = theyCompute();
                Callers<Object> waiting = Callers.start("here", 1, number -> ours.call("k"))) {
            here.clock().awaitWaiters(1);
            there.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("value-1");
            assertThat(waiting.values()).containsExactly("value-1");
        }
        assertThat(computations).hasValue(1);
        assertThat(here.listener().outcomes()).containsExactly(Outcome.FRESH);
    }

    @Test
    void local_eachJvmComputesOnce_andTheFirstValueIsStored() throws Exception {
        open("local");
        try (Callers<Object> leader = theyCompute()) {
            here.gate().hold(Place.COMPUTED);
            try (Callers<Object> beside = Callers.start("here", 1, number -> ours.call("k"))) {
                here.gate().awaitReached(Place.COMPUTED, 1);
                try (Callers<Object> followers = Callers.start("follower", 3, number -> ours.call("k"))) {
                    here.gate().awaitReached(Place.FOLLOWING, 3);
                    here.gate().open(Place.COMPUTED);
                    assertThat(followers.values()).containsOnly("value-2");
                }
                assertThat(beside.values()).containsExactly("value-2");
            }
            there.gate().open(Place.COMPUTED);
            assertThat(leader.values()).as("computed, and late").containsExactly("value-1");
        }
        assertThat(computations).hasValue(2);
        assertThat(ours.call("k")).isEqualTo("value-2");
        assertThat(theirs.call("k")).isEqualTo("value-2");
    }
}
