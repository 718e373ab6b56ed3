package dev.memoized.impl.cdi.reach;

import dev.memoized.Memoized;
import dev.memoized.Refresh;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;

/** Refuses that a bean of a session is called where its session is not. */
public final class SessionRenewals {
    private SessionRenewals() {}

    /** Adds a problem when the plan needs that. */
    public static void refuse(PlanDraft draft, String scope, Problems problems) {
        Declaration declaration = draft.declaration();
        Memoized memoized = declaration.memoized();
        String shown = SessionScopes.simpleName(scope);
        if (!memoized.refreshAfter().isEmpty() && memoized.refresh() == Refresh.BACKGROUND) {
            problems.add(declaration, "refreshAfter", WiringMessage.SCOPE_NOT_RENEWABLE, "refreshAfter", shown);
        } else if (draft.execution().isolated()) {
            problems.add(declaration, "isolated", WiringMessage.SCOPE_NOT_RENEWABLE, "isolated", shown);
        }
    }
}
