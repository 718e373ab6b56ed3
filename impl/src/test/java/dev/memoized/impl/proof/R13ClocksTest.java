package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.AGE_BY_TIME_OF_DAY;
import static dev.memoized.impl.proof.Defect.AGE_EQUAL_TO_LIMIT_IS_GONE;
import static dev.memoized.impl.proof.Defect.AGE_EQUAL_TO_LIMIT_IS_STALE;
import static dev.memoized.impl.proof.Defect.CLOCK_COMPARED;
import static dev.memoized.impl.proof.Defect.EXPIRED_SERVED;
import static dev.memoized.impl.proof.Defect.JITTER_LENGTHENS;
import static dev.memoized.impl.proof.Defect.LIMIT_OVERFLOWS;
import static dev.memoized.impl.proof.Defect.MARK_BY_CLOCK;
import static dev.memoized.impl.proof.Defect.NO_JITTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.freshness.MixedRandom;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

@Rule(
        number = "R13",
        says = "Order never depends on a clock; inside a JVM only differences of a monotonic clock are looked at, which"
                + " may be negative and may overflow; arithmetic saturates. As old as refreshAfter is fresh, older than"
                + " expireAfter is gone.")
class R13ClocksTest extends RuleChecks {
    private static final Duration TICK = Duration.ofNanos(1);

    @Kills({AGE_EQUAL_TO_LIMIT_IS_STALE})
    void asOldAsRefreshAfter_isFreshAndATickLaterStale(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        memoizing.call("k");
        memoizing.advance(10);
        memoizing.call("k");
        memoizing.clock().advance(TICK);
        memoizing.call("k");
        assertThat(memoizing.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FRESH, Outcome.STALE);
    }

    @Kills({AGE_EQUAL_TO_LIMIT_IS_GONE, EXPIRED_SERVED})
    void asOldAsExpireAfter_isServedAndATickLaterGone(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), counting());
        memoizing.call("k");
        memoizing.advance(60);
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        memoizing.clock().advance(TICK);
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills(CLOCK_COMPARED)
    void C39_clockOverflows_agesAreRight(Memoizing memoizing) throws Exception {
        ages(memoizing, Long.MAX_VALUE - Duration.ofSeconds(5).toNanos());
    }

    @Kills({AGE_EQUAL_TO_LIMIT_IS_STALE})
    void C39_clockIsNegative_agesAreRight(Memoizing memoizing) throws Exception {
        ages(memoizing, Long.MIN_VALUE);
    }

    @Kills({AGE_EQUAL_TO_LIMIT_IS_STALE})
    void C39_clockPassesZero_agesAreRight(Memoizing memoizing) throws Exception {
        ages(memoizing, -Duration.ofSeconds(5).toNanos());
    }

    private void ages(Memoizing memoizing, long start) throws Exception {
        memoizing.startClockAt(start);
        memoizing.open(Terms.twoLimits(), counting());
        memoizing.call("k");
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        memoizing.advance(10);
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        memoizing.advance(49);
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        memoizing.advance(2);
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        assertThat(memoizing.listener().outcomes())
                .containsExactly(Outcome.COMPUTED, Outcome.FRESH, Outcome.FRESH, Outcome.STALE, Outcome.COMPUTED);
    }

    @Kills(LIMIT_OVERFLOWS)
    void C39_forEver_isForEver(Memoizing memoizing) throws Exception {
        memoizing.startClockAt(1);
        memoizing.open(Terms.standard().expireAfter(null), counting());
        memoizing.call("k");
        memoizing.clock().advance(Duration.ofDays(100 * 365));
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        assertThat(memoizing.count(Outcome.FRESH)).isEqualTo(1);
    }

    @Kills(MARK_BY_CLOCK)
    void clockStands_orderIsKeptAllTheSame(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), counting());
        try (Callers<Object> leader = memoizing.startAndHold(Place.COMPUTED, "k")) {
            memoizing.invalidateAll(InvalidationMode.HARD);
            memoizing.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsExactly("value-1");
        }
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        assertThat(memoizing.clock().moved()).isZero();
    }

    @Kills(AGE_BY_TIME_OF_DAY)
    void C38_timeOfDayJumpsBackAndForth_agesAreRight(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        memoizing.call("k");
        memoizing.clock().jump(Duration.ofHours(1));
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        memoizing.clock().jump(Duration.ofHours(-2));
        memoizing.advance(11);
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        memoizing.executor().runAll();
        assertThat(memoizing.call("k")).isEqualTo("value-2");
        memoizing.advance(61);
        assertThat(memoizing.call("k")).isEqualTo("value-3");
        assertThat(memoizing.listener().outcomes())
                .containsExactly(Outcome.COMPUTED, Outcome.FRESH, Outcome.STALE, Outcome.FRESH, Outcome.COMPUTED);
    }

    @Kills(AGE_BY_TIME_OF_DAY)
    void C38_timeOfDayJumpsBetweenFailures_theBackOffIsAsLong(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), arguments -> {
            if (computations.incrementAndGet() == 2) {
                throw new IllegalStateException("down");
            }
            return "value-" + computations.get();
        });
        memoizing.call("k");
        memoizing.advance(11);
        memoizing.call("k");
        memoizing.executor().runAll();
        memoizing.clock().jump(Duration.ofHours(1));
        memoizing.call("k");
        assertThat(memoizing.executor().size()).isZero();
        memoizing.clock().jump(Duration.ofHours(-1));
        memoizing.advance(1);
        memoizing.call("k");
        assertThat(memoizing.executor().runAll()).isEqualTo(1);
        assertThat(memoizing.call("k")).isEqualTo("value-3");
    }

    @Kills({NO_JITTER, JITTER_LENGTHENS})
    void C36_manyValuesOfOneMoment_theirRenewalsAreSpreadOverTheLastPart(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits().random(new MixedRandom(1)), arguments -> arguments[0]);
        IntStream.range(0, 1_000).forEach(key -> quietly(memoizing, key));
        memoizing.clock().advance(Duration.ofMillis(9_500));
        assertThat(outcomes(memoizing)).as("no value yet").isEmpty();
        memoizing.clock().advance(Duration.ofMillis(250));
        assertThat(outcomes(memoizing)).as("about half of them").hasSizeBetween(400, 600);
        memoizing.clock().advance(Duration.ofMillis(250));
        assertThat(outcomes(memoizing)).as("nearly all").hasSizeBetween(990, 1_000);
    }

    @Kills({NO_JITTER, JITTER_LENGTHENS})
    void C36_manyValuesOfOneMoment_theirEndsAreSpreadOverTheLastPart(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard().random(new MixedRandom(1)), arguments -> arguments[0]);
        IntStream.range(0, 1_000).forEach(key -> quietly(memoizing, key));
        memoizing.advance(57);
        assertThat(outcomes(memoizing)).as("no value yet").isEmpty();
        memoizing.clock().advance(Duration.ofMillis(1_500));
        assertThat(outcomes(memoizing)).as("about half of them").hasSizeBetween(400, 600);
    }

    /** Calls for all values, and tells which of them are not fresh any more. */
    private static List<Outcome> outcomes(Memoizing memoizing) {
        memoizing.listener().clear();
        memoizing.executor().refuse(true);
        IntStream.range(0, 1_000).forEach(key -> quietly(memoizing, key));
        return memoizing.listener().outcomes().stream()
                .filter(outcome -> outcome != Outcome.FRESH)
                .toList();
    }

    private static void quietly(Memoizing memoizing, int key) {
        try {
            assertThat(memoizing.call(key)).isEqualTo(key);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
