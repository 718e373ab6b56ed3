package dev.memoized.impl.engine;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static dev.memoized.Outcome.FALLBACK;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.REFUSED;
import static dev.memoized.Outcome.STALE;
import static dev.memoized.impl.engine.PolicyRow.Gets.COLD;
import static dev.memoized.impl.engine.PolicyRow.Gets.COLD_LATER;
import static dev.memoized.impl.engine.PolicyRow.Gets.FAILURE;
import static dev.memoized.impl.engine.PolicyRow.Gets.NEW_VALUE;
import static dev.memoized.impl.engine.PolicyRow.Gets.OLD_VALUE;
import static dev.memoized.impl.engine.PolicyRow.Left.NEW;
import static dev.memoized.impl.engine.PolicyRow.Left.NOTHING;
import static dev.memoized.impl.engine.PolicyRow.Left.OLD;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.PolicyRow.Gets;
import dev.memoized.impl.engine.PolicyRow.Left;
import java.util.List;
import java.util.stream.Collectors;

/** How a call ends, by what its method says and what it meets: the page, and what {@link PolicyTableTest} expects. */
final class PolicyTable {
    static final List<PolicyRow> ROWS = List.of(
            row("FRESH * * * * *", FRESH, OLD_VALUE, 0, 0, OLD),
            row("STALE BACKGROUND * * FREE ANSWERS", STALE, OLD_VALUE, 0, 1, NEW),
            row("STALE BACKGROUND * * FREE FAILS", STALE, OLD_VALUE, 0, 1, OLD),
            row("STALE BACKGROUND * * HELD *", STALE, OLD_VALUE, 0, 0, OLD),
            row("STALE BACKGROUND * * REFUSED *", STALE, OLD_VALUE, 0, 1, OLD),
            row("STALE CALLER * * FREE ANSWERS", COMPUTED, NEW_VALUE, 1, 0, NEW),
            row("STALE CALLER * * REFUSED ANSWERS", COMPUTED, NEW_VALUE, 1, 0, OLD),
            row("STALE CALLER * SERVE_STALE FREE|REFUSED FAILS", FALLBACK, OLD_VALUE, 1, 0, OLD),
            row("STALE CALLER * THROW FREE|REFUSED FAILS", FAILED, FAILURE, 1, 0, OLD),
            row("STALE CALLER * * HELD *", STALE, OLD_VALUE, 0, 0, OLD),
            row("MISS * * * FREE ANSWERS", COMPUTED, NEW_VALUE, 1, 0, NEW),
            row("MISS * * * REFUSED ANSWERS", COMPUTED, NEW_VALUE, 1, 0, NOTHING),
            row("MISS * * * FREE|REFUSED FAILS", FAILED, FAILURE, 1, 0, NOTHING),
            row("MISS * WAIT * HELD *", REFUSED, COLD_LATER, 0, 0, NOTHING),
            row("MISS * FAIL * HELD *", REFUSED, COLD, 0, 0, NOTHING),
            row("MISS * COMPUTE * HELD ANSWERS", COMPUTED, NEW_VALUE, 1, 0, NOTHING),
            row("MISS * COMPUTE * HELD FAILS", FAILED, FAILURE, 1, 0, NOTHING));

    private PolicyTable() {}

    private static PolicyRow row(String when, Outcome outcome, Gets gets, int computations, int behind, Left left) {
        return new PolicyRow(List.of(when.split(" ")), outcome, gets, computations, behind, left);
    }

    static String page() {
        return """
                # How a call ends
                Generated from `PolicyTable` in `impl/src/test`; \
                `./mvnw test -pl impl -am -Dtest=PolicyTableTest -Dsurefire.failIfNoSpecifiedTests=false \
                -Dmemoized.write-docs=true` writes it again. The same test makes every call of the %d combinations \
                and compares all that is said here: exactly one line is about each.

                What lies there: a fresh value, a stale one, or nothing to serve. The lease, which is the permission to \
                store: free; held by another JVM to the end; or refused, because the backend fails. Of several callers in \
                one JVM those who come after the first meet its flight as a lease that is held. The origin is the method \
                itself. Not in this table: `waitForRefresh`, `waitAfter`, back-off (meanwhile the old value is served): [time and failures](../howto/time-and-failures.md).

                | lies there | `refresh` | `whenCold` | `onError` | lease | origin | outcome | the caller gets \
                | computed in the call | behind it | remembered afterwards |
                |---|---|---|---|---|---|---|---|---|---|---|
                %s
                """
                .formatted(
                        PolicyCase.all().size(),
                        ROWS.stream().map(PolicyRow::toString).collect(Collectors.joining("\n")));
    }
}
