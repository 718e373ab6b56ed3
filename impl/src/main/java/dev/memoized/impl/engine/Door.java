package dev.memoized.impl.engine;

import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.plan.MethodPlan;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What brings calls to the engine. The engine never looks into a door's context, so that a hit makes no object.
 *
 * @param <C> what a door knows of one call
 */
public interface Door<C> {

    /**
     * Runs the body for the caller, on the caller's thread, during the call.
     *
     * @throws Throwable the method's own
     */
    @Nullable
    Object proceed(C context) throws Throwable;

    /**
     * A computation of the same method that may run later, on another thread, any time after the call: it holds nothing of
     * the call but its context values and arguments.
     */
    Computation renewal(MethodPlan plan, Object key, ContextSnapshot snapshot, List<@Nullable Object> arguments);

    /** Whether calls still come in by it; once false, what its namespace remembers is of another door. */
    default boolean isOpen() {
        return true;
    }

    /** What is kept for the instance whose method is called: the same map throughout its life; null when the door has none. */
    default @Nullable ConcurrentMap<Object, Object> ofInstance() {
        return null;
    }
}
