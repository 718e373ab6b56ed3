package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.AS_OF_TAKEN_LATE;
import static dev.memoized.impl.proof.Defect.KEY_BY_REFERENCE;
import static dev.memoized.impl.proof.Defect.KEY_MADE_LATE;
import static dev.memoized.impl.proof.Defect.TIMESTAMP_AFTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.proof.Request.Tenant;
import dev.memoized.spi.InvalidationMode;
import java.util.ArrayList;
import java.util.List;

@Rule(
        number = "R3",
        says = "Facts are taken before the computation: computedAt, version, key, context values,"
                + " invalidation number.")
class R3FactsBeforeTest extends RuleChecks {

    private Body taking(Memoizing memoizing, long seconds) {
        return arguments -> {
            memoizing.advance(seconds);
            return "value-" + computations.incrementAndGet();
        };
    }

    @Kills(TIMESTAMP_AFTER)
    void C06_ageIsCountedFromTheStart_valueIsGoneAfterItsWholeAge(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), taking(memoizing, 50));
        memoizing.call("k");
        memoizing.advance(11);
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills(TIMESTAMP_AFTER)
    void C06_ageIsCountedFromTheStart_valueIsStaleAfterItsWholeAge(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), taking(memoizing, 8));
        memoizing.call("k");
        memoizing.advance(3);
        memoizing.call("k");
        assertThat(memoizing.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.STALE);
    }

    @Kills(TIMESTAMP_AFTER)
    void C06_computationLongerThanItsValueMayLive_nothingIsRemembered(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), taking(memoizing, 61));
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }

    @Kills({KEY_BY_REFERENCE, KEY_MADE_LATE})
    void C48_argumentChangedByTheComputation_theKeyIsWhatItWas(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), arguments -> {
            @SuppressWarnings("unchecked")
            List<String> list = (List<String>) arguments[0];
            list.add("more");
            return "value-" + computations.incrementAndGet();
        });
        memoizing.call(new ArrayList<>(List.of("a")));
        assertThat(memoizing.call(new ArrayList<>(List.of("a")))).isEqualTo("value-1");
        assertThat(memoizing.call(new ArrayList<>(List.of("a", "more")))).isEqualTo("value-2");
    }

    @Kills(KEY_MADE_LATE)
    void C51_contextChangedByTheComputation_theKeyIsWhatItWas(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard().varyBy(List.of(Tenant.class)), arguments -> {
            String tenant = Request.read(Tenant.class);
            Request.here().with(Tenant.class, "b");
            return tenant + "-" + computations.incrementAndGet();
        });
        assertThat(Request.of("a").call(() -> memoizing.call("k"))).isEqualTo("a-1");
        assertThat(Request.of("b").call(() -> memoizing.call("k"))).isEqualTo("b-2");
        assertThat(Request.of("a").call(() -> memoizing.call("k"))).isEqualTo("a-1");
    }

    @Kills(AS_OF_TAKEN_LATE)
    void invalidationNumberIsTakenBefore_aMarkDuringTheComputationCounts(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), arguments -> {
            int number = computations.incrementAndGet();
            if (number == 2) {
                memoizing.invalidateAll(InvalidationMode.SOFT);
            }
            return "value-" + number;
        });
        memoizing.call("k");
        memoizing.advance(11);
        memoizing.call("k");
        memoizing.executor().runAll();
        assertThat(memoizing.call("k"))
                .as("not what was computed under the mark")
                .isEqualTo("value-1");
    }
}
