package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.INTERRUPTED_FOLLOWER_COMPUTES;
import static dev.memoized.impl.proof.Defect.INTERRUPT_FLAG_LOST;
import static dev.memoized.impl.proof.Defect.NO_SINGLE_FLIGHT;
import static dev.memoized.impl.proof.Defect.OVERDUE_FLIGHT_BLOCKS;
import static dev.memoized.impl.proof.Defect.STALE_VALUE_BLOCKS_CALLER;
import static dev.memoized.impl.proof.Defect.UNBOUNDED_WAIT;
import static dev.memoized.impl.proof.Defect.WAIT_OVER_COMPUTES;
import static dev.memoized.impl.proof.Defect.WHEN_COLD_IGNORED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.ColdCacheException;
import dev.memoized.Outcome;
import dev.memoized.WhenCold;
import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.util.List;

@Rule(
        number = "R5",
        says =
                "Every wait is bounded: followers are refused at its end or when they are interrupted, and compute nothing.")
class R5BoundedWaitsTest extends RuleChecks {

    @Kills(UNBOUNDED_WAIT)
    void C21_computationHangs_followersAreRefusedAtTheBound(Memoizing memoizing) {
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

    @Kills(OVERDUE_FLIGHT_BLOCKS)
    void C21_computationNeverEnds_nextCallerLeadsAfterTheLongestComputation(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), counting());
        try (Callers<Object> leader = memoizing.startAndHold(Place.COMPUTED, "k")) {
            try (Callers<Object> followers = memoizing.startFollowers(5, "k")) {
                memoizing.clock().awaitWaiters(5);
                memoizing.advance(30);
                assertThat(followers.failures()).hasSize(5).hasOnlyElementsOfType(ColdCacheException.class);
            }
            memoizing.clock().advance(Terms.standard().longest().minusSeconds(29));
            try (Callers<Object> next = memoizing.start(1, "k")) {
                memoizing.gate().awaitReached(Place.COMPUTED, 2);
                memoizing.gate().open(Place.COMPUTED);
                assertThat(next.values()).containsExactly("value-2");
            }
            assertThat(leader.values()).containsExactly("value-1");
        }
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills({WAIT_OVER_COMPUTES, NO_SINGLE_FLIGHT})
    void C22_manyFollowersReachTheBound_nobodyComputes(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), counting());
        try (Callers<Object> leader = memoizing.startAndHold(Place.COMPUTED, "k")) {
            for (int followers : new int[] {50, 1, 20}) {
                try (Callers<Object> waiting = memoizing.startFollowers(followers, "k")) {
                    memoizing.clock().awaitWaiters(followers);
                    memoizing.advance(30);
                    assertThat(waiting.failures()).hasSize(followers).hasOnlyElementsOfType(ColdCacheException.class);
                }
            }
            assertThat(computations).hasValue(1);
            memoizing.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("value-1");
        }
        assertThat(memoizing.count(Outcome.REFUSED)).isEqualTo(71);
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills({INTERRUPT_FLAG_LOST, INTERRUPTED_FOLLOWER_COMPUTES})
    void C23_interruptedFollower_keepsItsFlagAndTheOthersTheirValue(Memoizing memoizing) {
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

    @Kills({INTERRUPT_FLAG_LOST, INTERRUPTED_FOLLOWER_COMPUTES})
    void C23_callerComesInterrupted_isRefusedAndDoesNotCompute(Memoizing memoizing) {
        memoizing.open(Terms.standard(), counting());
        try (Callers<Object> leader = memoizing.startAndHold(Place.COMPUTED, "k");
                Callers<Boolean> interrupted = Callers.start(1, number -> {
                    Thread.currentThread().interrupt();
                    assertThatThrownBy(() -> memoizing.call("k")).isInstanceOf(ColdCacheException.class);
                    return Thread.currentThread().isInterrupted();
                })) {
            assertThat(interrupted.values()).containsExactly(true);
            memoizing.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("value-1");
        }
        assertThat(computations).hasValue(1);
    }

    @Kills(STALE_VALUE_BLOCKS_CALLER)
    void C23_callerComesInterrupted_isServedWhatIsThere(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        memoizing.call("k");
        try (Callers<List<Object>> interrupted = Callers.start(1, number -> {
            Thread.currentThread().interrupt();
            Object fresh = memoizing.call("k");
            memoizing.advance(11);
            return List.of(fresh, memoizing.call("k"), Thread.currentThread().isInterrupted());
        })) {
            assertThat(interrupted.values()).containsExactly(List.of("value-1", "value-1", true));
        }
        assertThat(memoizing.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FRESH, Outcome.STALE);
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
}
