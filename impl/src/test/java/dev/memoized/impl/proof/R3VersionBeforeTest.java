package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.FOLLOWER_TAKES_ANY_VERSION;
import static dev.memoized.impl.proof.Defect.VERSION_IGNORED;
import static dev.memoized.impl.proof.Defect.VERSION_READ_AGAIN;
import static dev.memoized.impl.proof.Defect.VERSION_TAKEN_LATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;

@Rule(
        number = "R3",
        says = "A value bears the version that was read before its computation, and is served to nobody who knows"
                + " another one.")
class R3VersionBeforeTest extends RuleChecks {
    private final Data data = Data.ofThisCheck();

    /** The data changes during that computation. */
    private void open(Memoizing memoizing, int changing) {
        memoizing.open(Terms.twoLimits().versionedBy(Data.Version.class), arguments -> {
            int number = computations.incrementAndGet();
            if (number == changing) {
                data.version(2);
            }
            return "value-" + number;
        });
    }

    @Kills({VERSION_TAKEN_LATE, VERSION_IGNORED})
    void C07_versionChangesDuringComputation_nextCallComputes(Memoizing memoizing) throws Exception {
        open(memoizing, 1);
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills({VERSION_TAKEN_LATE, VERSION_READ_AGAIN})
    void C07_versionChangesDuringComputation_valueIsStoredWithTheOneBefore(Memoizing memoizing) throws Exception {
        open(memoizing, 1);
        memoizing.call("k");
        data.version(1);
        assertThat(memoizing.call("k")).as("by whoever still knows that one").isEqualTo("value-1");
        assertThat(memoizing.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FRESH);
    }

    @Kills({VERSION_TAKEN_LATE, VERSION_IGNORED})
    void C07_versionChangesDuringRefresh_nextCallComputes(Memoizing memoizing) throws Exception {
        open(memoizing, 2);
        memoizing.call("k");
        memoizing.advance(11);
        memoizing.call("k");
        memoizing.executor().runAll();
        assertThat(memoizing.call("k")).isEqualTo("value-3");
        assertThat(memoizing.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.STALE, Outcome.COMPUTED);
    }

    @Kills(FOLLOWER_TAKES_ANY_VERSION)
    void C07_followersKnowANewerVersion_theyDoNotGetTheOlderValue(Memoizing memoizing) throws Exception {
        open(memoizing, 0);
        try (Callers<Object> leader = memoizing.startAndHold(Place.COMPUTED, "k")) {
            data.version(2);
            try (Callers<Object> followers = memoizing.startFollowers(3, "k")) {
                memoizing.gate().open(Place.COMPUTED);
                assertThat(leader.values()).containsExactly("value-1");
                assertThat(followers.values()).hasSize(3).containsOnly("value-2");
            }
        }
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        assertThat(computations).hasValue(2);
    }
}
