package dev.memoized.impl.engine;

import dev.memoized.impl.plan.MethodPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that was not made.
 *
 * @param method that was called
 * @param door that it came in by
 * @param arguments a copy of them
 */
record Recorded(MemoizedMethod method, Door<?> door, List<@Nullable Object> arguments) {
    MethodPlan plan() {
        return method.plan();
    }
}
