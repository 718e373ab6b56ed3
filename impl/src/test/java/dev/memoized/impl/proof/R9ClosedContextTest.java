package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.BLANK_CONTEXT_IS_SHARED;
import static dev.memoized.impl.proof.Defect.CONTEXT_NOT_IN_KEY;
import static dev.memoized.impl.proof.Defect.FAILING_CONTEXT_FAILS_CALL;
import static dev.memoized.impl.proof.Defect.FAILING_CONTEXT_IS_SHARED;
import static dev.memoized.impl.proof.Defect.MISSING_CONTEXT_IS_SHARED;
import static dev.memoized.impl.proof.Defect.UNDECLARED_READING_ADMITTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Outcome;
import dev.memoized.UndeclaredContextException;
import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.proof.Memoizing.Other;
import dev.memoized.impl.proof.Request.Broken;
import dev.memoized.impl.proof.Request.Language;
import dev.memoized.impl.proof.Request.Tenant;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.util.List;

@Rule(
        number = "R9",
        says =
                "What a result depends on is declared: it is in the key, a computation may use nothing else of that kind,"
                        + " and a call that lacks it bypasses the cache.")
class R9ClosedContextTest extends RuleChecks {
    private static final Terms BY_TENANT = Terms.standard().varyBy(List.of(Tenant.class));

    private void open(Memoizing memoizing, Terms terms) {
        memoizing.open(terms, arguments -> Request.read(Tenant.class) + "-" + computations.incrementAndGet());
    }

    private static Object callAs(String tenant, Memoizing memoizing) throws Exception {
        return Request.of(tenant).call(() -> memoizing.call("k"));
    }

    @Kills(CONTEXT_NOT_IN_KEY)
    void C51_twoTenants_eachGetsItsOwnValue(Memoizing memoizing) throws Exception {
        open(memoizing, BY_TENANT);
        assertThat(callAs("a", memoizing)).isEqualTo("a-1");
        assertThat(callAs("b", memoizing)).isEqualTo("b-2");
        assertThat(callAs("a", memoizing)).isEqualTo("a-1");
        assertThat(callAs("b", memoizing)).isEqualTo("b-2");
        assertThat(memoizing.count(Outcome.FRESH)).isEqualTo(2);
    }

    @Kills(CONTEXT_NOT_IN_KEY)
    void C51_twoTenantsAtOnce_neitherJoinsTheOther(Memoizing memoizing) throws Exception {
        open(memoizing, BY_TENANT);
        try (Callers<Object> a = memoizing.startAndHold(Place.COMPUTED, () -> callAs("a", memoizing));
                Callers<Object> b = memoizing.startAndHold(Place.COMPUTED, () -> callAs("b", memoizing));
                Callers<Object> more = Callers.start(4, number -> callAs(number < 2 ? "a" : "b", memoizing))) {
            memoizing.gate().awaitReached(Place.FOLLOWING, 4);
            memoizing.gate().open(Place.COMPUTED);
            assertThat(a.values()).containsExactly("a-1");
            assertThat(b.values()).containsExactly("b-2");
            assertThat(more.values()).containsExactly("a-1", "a-1", "b-2", "b-2");
        }
    }

    @Kills(UNDECLARED_READING_ADMITTED)
    void C51_computationCallsWhatVariesByMore_isRefused(Memoizing memoizing) throws Exception {
        open(memoizing, BY_TENANT);
        Other careless = memoizing.beside("careless", Terms.standard(), memoizing::call);
        for (String tenant : List.of("a", "b")) {
            assertThatThrownBy(() -> Request.of(tenant).call(() -> careless.call("k")))
                    .isInstanceOf(UndeclaredContextException.class);
        }
        assertThat(computations).hasValue(0);
        Other careful = memoizing.beside("careful", BY_TENANT, memoizing::call);
        assertThat(Request.of("a").call(() -> careful.call("k"))).isEqualTo("a-1");
        assertThat(Request.of("b").call(() -> careful.call("k"))).isEqualTo("b-2");
    }

    @Kills(MISSING_CONTEXT_IS_SHARED)
    void C52_tenantIsMissing_nothingIsStoredAndNobodyServed(Memoizing memoizing) throws Exception {
        open(memoizing, BY_TENANT);
        assertThat(new Request().call(() -> memoizing.call("k"))).isEqualTo("none-1");
        assertThat(new Request().call(() -> memoizing.call("k"))).isEqualTo("none-2");
        assertThat(memoizing.call("k")).as("outside of requests").isEqualTo("none-3");
        assertThat(callAs("a", memoizing)).isEqualTo("a-4");
        assertThat(memoizing.call("k")).isEqualTo("none-5");
        assertThat(callAs("a", memoizing)).isEqualTo("a-4");
        assertThat(memoizing.count(Outcome.BYPASSED)).isEqualTo(4);
    }

    @Kills(BLANK_CONTEXT_IS_SHARED)
    void C52_tenantIsBlank_nothingIsStoredAndNobodyServed(Memoizing memoizing) throws Exception {
        open(memoizing, BY_TENANT);
        List<String> blanks = List.of("", "", " ", " ", "\t\n", "\t\n");
        for (int i = 1; i <= blanks.size(); i++) {
            assertThat(callAs(blanks.get(i - 1), memoizing)).isEqualTo(blanks.get(i - 1) + "-" + i);
        }
        assertThat(memoizing.count(Outcome.BYPASSED)).isEqualTo(blanks.size());
    }

    @Kills(MISSING_CONTEXT_IS_SHARED)
    void C52_oneOfTwoIsMissing_nothingIsStoredAndNobodyServed(Memoizing memoizing) throws Exception {
        open(memoizing, Terms.standard().varyBy(List.of(Language.class, Tenant.class)));
        assertThat(callAs("a", memoizing)).isEqualTo("a-1");
        assertThat(callAs("a", memoizing)).isEqualTo("a-2");
        assertThat(memoizing.count(Outcome.BYPASSED)).isEqualTo(2);
    }

    @Kills({FAILING_CONTEXT_IS_SHARED, FAILING_CONTEXT_FAILS_CALL})
    void C52_tenantCannotBeHad_nothingIsStoredAndNobodyServed(Memoizing memoizing) throws Exception {
        open(memoizing, Terms.standard().varyBy(List.of(Tenant.class, Broken.class)));
        assertThat(callAs("a", memoizing)).isEqualTo("a-1");
        assertThat(callAs("a", memoizing)).isEqualTo("a-2");
        assertThat(memoizing.count(Outcome.BYPASSED)).isEqualTo(2);
    }
}
