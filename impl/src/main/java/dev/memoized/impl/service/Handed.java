package dev.memoized.impl.service;

import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.engine.Computation;
import dev.memoized.impl.engine.Door;
import dev.memoized.impl.plan.MethodPlan;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The door of one computation that a program hands over.
 *
 * @param computation may run several times, on any thread
 * @param renewals run it apart from a caller
 */
record Handed(Callable<?> computation, Renewals renewals) implements Door<Callable<?>> {

    @Override
    public @Nullable Object proceed(Callable<?> context) throws Exception {
        return context.call();
    }

    @Override
    public Computation renewal(
            MethodPlan plan, Object key, ContextSnapshot snapshot, List<@Nullable Object> arguments) {
        return () -> renewals.run(computation);
    }
}
