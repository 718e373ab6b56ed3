package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.ISOLATED_MISS_SEES_CALLER;
import static dev.memoized.impl.proof.Defect.RENEWAL_SEES_CALLERS_REQUEST;
import static dev.memoized.impl.proof.Defect.RENEWAL_SEES_RUNNING_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.proof.Request.Language;
import dev.memoized.impl.proof.Request.Tenant;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.util.List;

@Rule(
        number = "R9",
        says = "A renewal, and an isolated miss, see a request of their own that holds the captured values and nothing"
                + " else.")
class R9RenewalContextTest extends RuleChecks {
    private static final Terms BY_TENANT = Terms.twoLimits().varyBy(List.of(Tenant.class));

    private final Request a = Request.of("a");
    private final Request b = Request.of("b");

    /** Reads what is declared, and what is not. */
    private static void open(Memoizing memoizing, Terms terms) {
        memoizing.open(terms, arguments -> Request.read(Tenant.class) + " " + Request.read(Language.class));
    }

    /** Stale, and a renewal is handed over. */
    private static void makeStale(Memoizing memoizing, Request... requests) throws Exception {
        for (Request request : requests) {
            request.call(() -> memoizing.call("k"));
        }
        memoizing.advance(11);
        for (Request request : requests) {
            request.call(() -> memoizing.call("k"));
        }
    }

    private static void assertRemembered(Memoizing memoizing, String tenant, Object value) throws Exception {
        int before = memoizing.count(Outcome.FRESH);
        assertThat(Request.of(tenant).call(() -> memoizing.call("k"))).isEqualTo(value);
        assertThat(memoizing.count(Outcome.FRESH)).isEqualTo(before + 1);
    }

    @Kills(RENEWAL_SEES_RUNNING_REQUEST)
    void C51_renewalRunsInAnotherTenantsRequest_itsValueIsOfItsOwnTenant(Memoizing memoizing) throws Exception {
        open(memoizing, BY_TENANT);
        makeStale(memoizing, a);
        b.run(memoizing.executor()::runAll);
        assertRemembered(memoizing, "a", "a none");
        assertThat(b.call(() -> memoizing.call("k"))).isEqualTo("b none");
        assertThat(memoizing.count(Outcome.COMPUTED)).isEqualTo(2);
    }

    @Kills({RENEWAL_SEES_RUNNING_REQUEST, RENEWAL_SEES_CALLERS_REQUEST})
    void C54_requestHasEndedAndIsSomebodyElses_renewalSeesWhatWasCaptured(Memoizing memoizing) throws Exception {
        open(memoizing, BY_TENANT);
        makeStale(memoizing, a);
        a.with(Tenant.class, "b");
        memoizing.executor().runNextOnNewThread();
        assertRemembered(memoizing, "a", "a none");
    }

    @Kills({RENEWAL_SEES_RUNNING_REQUEST, RENEWAL_SEES_CALLERS_REQUEST})
    void C54_requestsHoldMoreThanIsDeclared_renewalDoesNotSeeIt(Memoizing memoizing) throws Exception {
        open(memoizing, BY_TENANT);
        makeStale(memoizing, a.with(Language.class, "fr"));
        Request.of("a").with(Language.class, "de").run(memoizing.executor()::runAll);
        assertRemembered(memoizing, "a", "a none");
    }

    @Kills({RENEWAL_SEES_RUNNING_REQUEST})
    void C54_twoRenewalsAtOnceInEachOthersRequests_eachSeesItsOwnTenant(Memoizing memoizing) throws Exception {
        open(memoizing, BY_TENANT);
        makeStale(memoizing, a, b);
        try (Callers<Boolean> ofA = startAndHoldIn(b, memoizing);
                Callers<Boolean> ofB = startAndHoldIn(a, memoizing)) {
            memoizing.gate().open(Place.LEASED);
            assertThat(ofA.values()).containsExactly(true);
            assertThat(ofB.values()).containsExactly(true);
        }
        assertRemembered(memoizing, "a", "a none");
        assertRemembered(memoizing, "b", "b none");
    }

    private static Callers<Boolean> startAndHoldIn(Request request, Memoizing memoizing) {
        return memoizing.startAndHold(
                Place.LEASED, () -> request.call(() -> memoizing.executor().runNext()));
    }

    @Kills(ISOLATED_MISS_SEES_CALLER)
    void isolatedMiss_seesWhatIsDeclaredAndNothingElse(Memoizing memoizing) throws Exception {
        open(memoizing, BY_TENANT.isolated());
        a.with(Language.class, "fr");
        assertThat(a.call(() -> memoizing.call("k"))).isEqualTo("a none");
        assertRemembered(memoizing, "a", "a none");
    }
}
