package dev.memoized.impl.engine;

import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.MethodPlan;

/** What a door does in the fresh request of a renewal, before it calls the method. */
public final class Restoration {
    private Restoration() {}

    /**
     * Puts a call's context values into the request that is active on this thread.
     *
     * @throws RenewalAstrayException when one of them changed or cannot be restored: the value would be stored under the
     *     key of another
     */
    public static void of(MethodPlan plan, ContextSnapshot snapshot) {
        if (!snapshot.isUnchanged()) {
            throw new RenewalAstrayException(RuntimeMessage.CONTEXT_CHANGED.text(plan), null);
        }
        String problem = "another value is there";
        try {
            if (snapshot.restore()) {
                return;
            }
        } catch (Exception | LinkageError failure) {
            problem = failure.getClass().getName();
        }
        throw new RenewalAstrayException(RuntimeMessage.CONTEXT_NOT_RESTORED.text(plan, problem), null);
    }
}
