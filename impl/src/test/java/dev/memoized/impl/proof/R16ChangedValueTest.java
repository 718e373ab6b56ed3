package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.CHANGED_VALUE_SERVED;
import static dev.memoized.impl.proof.Defect.CHANGED_VALUE_STAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.MutatedValueException;
import dev.memoized.impl.engine.Terms;
import java.util.ArrayList;
import java.util.List;

@Rule(
        number = "R16",
        says = "Wrong use that no deployment can see fails the call, where the application asks for it: a remembered"
                + " value is not to be changed.")
class R16ChangedValueTest extends RuleChecks {

    @Kills({CHANGED_VALUE_SERVED, CHANGED_VALUE_STAYS})
    void C49_callerChangesTheValue_nobodyElseSeesIt(Memoizing memoizing) throws Exception {
        memoizing.openWatching(Terms.standard(), arguments -> new ArrayList<>(List.of(computations.incrementAndGet())));
        change(memoizing.call("k"));
        assertThatThrownBy(() -> memoizing.call("k")).isInstanceOf(MutatedValueException.class);
        assertThat(memoizing.call("k")).isEqualTo(List.of(2));
        assertThat(memoizing.call("k")).isEqualTo(List.of(2));
    }

    @Kills({CHANGED_VALUE_SERVED, CHANGED_VALUE_STAYS})
    void C49_callerChangesAStaleValue_nobodyElseSeesIt(Memoizing memoizing) throws Exception {
        memoizing.openWatching(
                Terms.twoLimits(), arguments -> new ArrayList<>(List.of(computations.incrementAndGet())));
        memoizing.call("k");
        memoizing.advance(11);
        change(memoizing.call("k"));
        assertThatThrownBy(() -> memoizing.call("k")).isInstanceOf(MutatedValueException.class);
        assertThat(memoizing.call("k")).isEqualTo(List.of(2));
    }

    @SuppressWarnings("unchecked")
    private static void change(Object value) {
        ((List<Object>) value).add("more");
    }
}
