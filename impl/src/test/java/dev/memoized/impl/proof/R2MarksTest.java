package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.AS_OF_TAKEN_LATE;
import static dev.memoized.impl.proof.Defect.HARD_MARK_SERVES_STALE;
import static dev.memoized.impl.proof.Defect.MARK_BY_CLOCK;
import static dev.memoized.impl.proof.Defect.MARK_HITS_LATER_VALUES;
import static dev.memoized.impl.proof.Defect.SOFT_MARK_SERVES_FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.InvalidationMode;

@Rule(
        number = "R2",
        says = "One ever-growing number, written into marks. Gone = a hard mark above the number that the computation"
                + " began with; soft-stale = a soft one.")
class R2MarksTest extends RuleChecks {

    @Kills({MARK_BY_CLOCK, HARD_MARK_SERVES_STALE})
    void hardMark_allBelowIsGoneThoughTheClockStands(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), counting());
        memoizing.call("a");
        memoizing.call("b");
        memoizing.invalidateAll(InvalidationMode.HARD);
        assertThat(memoizing.call("a")).isEqualTo("value-3");
        assertThat(memoizing.call("b")).isEqualTo("value-4");
    }

    @Kills({MARK_BY_CLOCK, MARK_HITS_LATER_VALUES})
    void marksInARow_eachCountsAndNoneHitsWhatIsComputedLater(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), counting());
        for (int round = 1; round <= 3; round++) {
            assertThat(memoizing.call("k")).isEqualTo("value-" + round);
            assertThat(memoizing.call("k")).isEqualTo("value-" + round);
            memoizing.invalidateAll(InvalidationMode.HARD);
        }
    }

    @Kills({SOFT_MARK_SERVES_FRESH, MARK_BY_CLOCK})
    void softMark_allBelowIsStaleAndRenewed(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), counting());
        memoizing.call("k");
        memoizing.invalidateAll(InvalidationMode.SOFT);
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        assertThat(memoizing.executor().runAll()).isEqualTo(1);
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        assertThat(memoizing.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.STALE, Outcome.FRESH);
    }

    @Kills(SOFT_MARK_SERVES_FRESH)
    void softMark_isRenewedByTheCallerWhereThePlanSaysSo(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits().refresh(Refresh.CALLER), counting());
        memoizing.call("k");
        memoizing.invalidateAll(InvalidationMode.SOFT);
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills(AS_OF_TAKEN_LATE)
    void markRaisedByTheComputationItself_itsValueIsNotRemembered(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), arguments -> {
            memoizing.invalidateAll(InvalidationMode.HARD);
            return "value-" + computations.incrementAndGet();
        });
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }
}
