package dev.memoized.impl.freshness;

import static dev.memoized.impl.freshness.Limits.NEVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Entry;
import dev.memoized.spi.OwnLimits;
import dev.memoized.spi.Store;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {

    private static Entry<Object> entry(long computedAt, boolean softly) {
        return new Entry<>("value", computedAt, 0, null, 0, Set.of(), softly, null);
    }

    @ParameterizedTest
    @CsvSource({
        // refreshAfter, expireAfter, computedAt, now, softly, verdict
        "10, 60, 0, 0, false, FRESH",
        "10, 60, 0, 10, false, FRESH",
        "10, 60, 0, 11, false, STALE",
        "10, 60, 0, 60, false, STALE",
        "10, 60, 0, 61, false, MISS",
        "10, 60, 0, 0, true, STALE",
        "10, 60, 0, 60, true, STALE",
        "10, 60, 0, 61, true, MISS",
        "10, 60, 5, 0, false, FRESH",
        "0, 60, 0, 0, false, FRESH",
        "0, 60, 0, 1, false, STALE",
        "10, 60, -5, 5, false, FRESH",
        "10, 60, -5, 6, false, STALE",
        "10, 60, 9223372036854775807, -9223372036854775799, false, FRESH",
        "10, 60, 9223372036854775807, -9223372036854775798, false, STALE",
        "10, 60, 9223372036854775807, -9223372036854775748, false, MISS",
        "9223372036854775807, 9223372036854775807, 0, 9223372036854775807, false, FRESH",
        "9223372036854775807, 60, 0, 60, false, FRESH",
        "10, 9223372036854775807, 0, 9223372036854775807, false, STALE",
    })
    void judge_byAgeAndMark(
            long refreshAfter, long expireAfter, long computedAt, long now, boolean softly, Verdict verdict) {
        Limits limits = new Limits(refreshAfter, expireAfter);
        assertThat(new Judge(limits, seed -> 0).of("k", entry(computedAt, softly), now, now))
                .isEqualTo(verdict);
    }

    private static Entry<Object> limited(long refreshAfter, long expireAfter) {
        return new Entry<>("value", 0, 0, null, 0, Set.of(), false, new OwnLimits(refreshAfter, expireAfter));
    }

    @ParameterizedTest
    @CsvSource({
        // of its own: refreshAfter, expireAfter; now, verdict
        "-1, -1, 10, FRESH",
        "-1, -1, 11, STALE",
        "-1, -1, 61, MISS",
        "5, -1, 6, STALE",
        "5, -1, 60, STALE",
        "20, -1, 20, FRESH",
        "20, -1, 21, STALE",
        "-1, 5, 5, FRESH",
        "-1, 5, 6, MISS",
        "-1, 100, 100, STALE",
        "-1, 100, 101, MISS",
        "0, -1, 0, FRESH",
        "0, -1, 1, STALE",
        "9223372036854775807, 9223372036854775807, 9223372036854775807, FRESH",
    })
    void judge_byLimitsOfItsOwn(long refreshAfter, long expireAfter, long now, Verdict verdict) {
        assertThat(new Judge(new Limits(10, 60), seed -> 0).of("k", limited(refreshAfter, expireAfter), now, now))
                .isEqualTo(verdict);
    }

    @Test
    void judge_chanceShortensLimitsOfItsOwn() {
        Judge judge = new Judge(new Limits(10, NEVER, 60, 60, Early.NEVER, 0.5), seed -> 1);
        assertThat(judge.of("k", limited(20, 40), 0, 10)).isEqualTo(Verdict.FRESH);
        assertThat(judge.of("k", limited(20, 40), 0, 11)).isEqualTo(Verdict.STALE);
        assertThat(judge.of("k", limited(20, 40), 0, 21)).isEqualTo(Verdict.MISS);
        assertThat(judge.of("k", limited(NEVER, NEVER), 0, 1_000)).isEqualTo(Verdict.FRESH);
    }

    @Test
    void judge_whereTheStoreAloneKnowsTheEnd_ownLifeIsNotJudged() {
        Judge judge = Judge.ofEndless(new Limits(10, 60), seed -> 0);
        assertThat(judge.of("k", limited(20, 40), 0, 41)).isEqualTo(Verdict.STALE);
        assertThat(judge.of("k", limited(20, 40), 0, 20)).isEqualTo(Verdict.FRESH);
    }

    @Test
    void remainingLife_isThatOfTheEntrysOwnLimit() {
        Limits limits = new Limits(10, 60);
        assertThat(limits.remainingLifeOf(limited(OwnLimits.OF_METHOD, 5), 2)).isEqualTo(Duration.ofNanos(4));
        assertThat(limits.remainingLifeOf(limited(1, OwnLimits.OF_METHOD), 0)).isEqualTo(Duration.ofNanos(61));
        assertThat(limits.remainingLifeOf(limited(1, OwnLimits.NEVER), 0)).isEqualTo(Store.FOREVER);
        assertThat(limits.remainingLifeOf(entry(0, false), 0)).isEqualTo(Duration.ofNanos(61));
    }

    @Test
    void judge_ofNothing_isAMiss() {
        assertThat(new Judge(new Limits(NEVER, NEVER), seed -> 0).of("k", null, 0, 0))
                .isEqualTo(Verdict.MISS);
    }

    @Test
    void age_ofAnEntryFromTheFuture_isZero() {
        assertThat(Limits.age(entry(5, false), 3)).isZero();
    }

    @Test
    void remainingLife_includesTheLastMomentAtWhichItMayBeServed() {
        Limits limits = new Limits(10, 60);
        assertThat(limits.remainingLife("value", 0)).isEqualTo(Duration.ofNanos(61));
        assertThat(limits.remainingLife("value", 60)).isEqualTo(Duration.ofNanos(1));
        assertThat(limits.remainingLife("value", 61)).isLessThanOrEqualTo(Duration.ZERO);
        assertThat(new Limits(10, NEVER).remainingLife("value", 1_000)).isEqualTo(Store.FOREVER);
        assertThat(new Limits(10, NEVER - 1).remainingLife("value", 0)).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
    }
}
