package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.EMPTY_IS_A_MISS;
import static dev.memoized.impl.proof.Defect.NULL_IS_A_MISS;
import static dev.memoized.impl.proof.Defect.ZERO_IS_A_MISS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

@Rule(number = "R7", says = "What a flight brings is a value, whatever it is: null, an empty Optional, zero, false.")
class R7ValuesTest extends RuleChecks {

    @Kills(NULL_IS_A_MISS)
    void C50_nullIsComputed_itIsRemembered(Memoizing memoizing) throws Exception {
        assertRemembered(memoizing, Arrays.asList((Object) null));
    }

    @Kills(EMPTY_IS_A_MISS)
    void C50_emptyOptionalIsComputed_itIsRemembered(Memoizing memoizing) throws Exception {
        assertRemembered(memoizing, List.of(Optional.empty()));
    }

    @Kills(ZERO_IS_A_MISS)
    void C50_primitiveIsComputed_itIsRemembered(Memoizing memoizing) throws Exception {
        assertRemembered(memoizing, List.of(0, 0L, 0.0, false, (byte) 0, '\0', 1, true));
    }

    private void assertRemembered(Memoizing memoizing, List<Object> values) throws Exception {
        memoizing.open(Terms.standard(), arguments -> {
            computations.incrementAndGet();
            return values.get((Integer) arguments[0]);
        });
        for (int round = 0; round < 2; round++) {
            for (int key = 0; key < values.size(); key++) {
                assertThat(memoizing.call(key)).isEqualTo(values.get(key));
            }
        }
        assertThat(computations).hasValue(values.size());
        assertThat(memoizing.count(Outcome.FRESH)).isEqualTo(values.size());
    }

    @Kills(NULL_IS_A_MISS)
    void C50_nullIsStale_itIsServedAndRenewedBehind(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), arguments -> computations.incrementAndGet() == 1 ? null : "value-2");
        try (Callers<Object> leader = memoizing.startAndHold(Place.COMPUTED, "k");
                Callers<Object> followers = memoizing.startFollowers(3, "k")) {
            memoizing.gate().open(Place.COMPUTED);
            assertThat(leader.values()).containsOnlyNulls();
            assertThat(followers.values()).hasSize(3).containsOnlyNulls();
        }
        memoizing.advance(11);
        assertThat(memoizing.call("k")).isNull();
        assertThat(computations).hasValue(1);
        memoizing.executor().runAll();
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }
}
