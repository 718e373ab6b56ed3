package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.AGE_EQUAL_TO_LIMIT_IS_GONE;
import static dev.memoized.impl.proof.Defect.AGE_EQUAL_TO_LIMIT_IS_STALE;
import static dev.memoized.impl.proof.Defect.CLOCK_COMPARED;
import static dev.memoized.impl.proof.Defect.EXPIRED_SERVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Terms;
import java.time.Duration;
import java.util.SplittableRandom;

@Rule(
        number = "R13",
        says =
                "Limits of nothing, of a nanosecond and of 146 years are kept to the nanosecond, wherever the clock stands.")
class R13LimitsTest extends RuleChecks {
    private static final Duration TICK = Duration.ofNanos(1);
    private static final int ROUNDS = 200;

    /** 146 years: what is older the map in memory drops by itself. */
    private static final long LONGEST_KEPT = (Long.MAX_VALUE >> 1) - 1;

    @Kills({AGE_EQUAL_TO_LIMIT_IS_GONE, EXPIRED_SERVED})
    void C39_oneNanosecondToLive_isServedThatLong(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard().expireAfter(TICK), counting());
        memoizing.call("k");
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        memoizing.clock().advance(TICK);
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        memoizing.clock().advance(TICK);
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills(AGE_EQUAL_TO_LIMIT_IS_STALE)
    void C39_refreshAfterNothing_isStaleATickLater(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard().refreshAfter(Duration.ZERO), counting());
        memoizing.call("k");
        memoizing.call("k");
        memoizing.clock().advance(TICK);
        memoizing.call("k");
        assertThat(memoizing.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FRESH, Outcome.STALE);
    }

    @Kills(CLOCK_COMPARED)
    void C39_longestLimitAndAClockThatOverflows_isNotGone(Memoizing memoizing) throws Exception {
        memoizing.startClockAt(Long.MAX_VALUE - 5);
        memoizing.open(Terms.standard().expireAfter(Duration.ofNanos(Long.MAX_VALUE - 1)), counting());
        memoizing.call("k");
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        memoizing.clock().advance(TICK.multipliedBy(10));
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        memoizing.clock().advance(Duration.ofNanos(LONGEST_KEPT - 10));
        assertThat(memoizing.call("k")).isEqualTo("value-1");
    }

    @Kills({CLOCK_COMPARED, AGE_EQUAL_TO_LIMIT_IS_GONE, AGE_EQUAL_TO_LIMIT_IS_STALE, EXPIRED_SERVED})
    void C39_anyLimitsAndAnyClock_outcomeIsThatOfTheAge(Memoizing memoizing) throws Exception {
        SplittableRandom random = new SplittableRandom(39);
        for (int round = 0; round < ROUNDS; round++) {
            long expireAfter = 1 + length(random, LONGEST_KEPT);
            long refreshAfter = length(random, expireAfter);
            long age = age(random, refreshAfter, expireAfter);
            memoizing.startClockAt(random.nextLong());
            memoizing.listener().clear();
            memoizing.open(
                    Terms.standard()
                            .refreshAfter(Duration.ofNanos(refreshAfter))
                            .expireAfter(Duration.ofNanos(expireAfter)),
                    counting());
            memoizing.call("k");
            memoizing.clock().advance(Duration.ofNanos(age));
            memoizing.call("k");
            memoizing.executor().runAll();
            Outcome expected =
                    age > expireAfter ? Outcome.COMPUTED : age > refreshAfter ? Outcome.STALE : Outcome.FRESH;
            assertThat(memoizing.listener().outcomes())
                    .as("refreshAfter %s, expireAfter %s, age %s", refreshAfter, expireAfter, age)
                    .containsExactly(Outcome.COMPUTED, expected);
        }
    }

    /** Of any magnitude below the bound. */
    private static long length(SplittableRandom random, long bound) {
        return random.nextLong(Math.max(1, bound >> random.nextInt(63)));
    }

    /** Mostly at a limit. */
    private static long age(SplittableRandom random, long refreshAfter, long expireAfter) {
        long limit = random.nextBoolean() ? refreshAfter : expireAfter;
        return switch (random.nextInt(4)) {
            case 0 -> limit;
            case 1 -> limit + 1;
            case 2 -> Math.max(0, limit - 1);
            default -> length(random, Long.MAX_VALUE);
        };
    }
}
