package dev.memoized.impl.engine;

import dev.memoized.EntryException;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.context.Contexts;
import dev.memoized.impl.context.GivenContext;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.MethodPlan;
import org.jspecify.annotations.Nullable;

/**
 * Where the entry of a call lies.
 *
 * @param snapshot the call's context values
 * @param key of the entry
 */
record Spot(ContextSnapshot snapshot, Object key) {

    /**
     * The spot of a call in given context values.
     *
     * @throws EntryException when no key can be made
     */
    static Spot of(Recorded called, GivenContext context, Contexts contexts) {
        MethodPlan plan = called.plan();
        @Nullable Object[] arguments = called.arguments().toArray();
        try {
            ContextSnapshot snapshot = context.snapshot();
            Object key = plan.hasGenerator()
                    ? contexts.seeing(snapshot, () -> plan.keyOf(arguments, snapshot))
                    : plan.keyOf(arguments, snapshot);
            return new Spot(snapshot, key);
        } catch (Exception | LinkageError | StackOverflowError failure) {
            throw new EntryException(
                    RuntimeMessage.ENTRY_WITHOUT_KEY.text(
                            plan, failure.getClass().getName()),
                    failure);
        }
    }
}
