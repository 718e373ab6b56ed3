package dev.memoized.impl.cdi;

import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.engine.RenewalAstrayException;
import dev.memoized.impl.engine.Restoration;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.MethodPlan;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Tells our interceptor that a call is a renewal, once, and brings the method's own result back: what interceptors around
 * it make of the result is not what callers would get.
 */
final class Marker {
    private final MethodPlan plan;
    private final Object key;
    private final ContextSnapshot snapshot;
    private boolean reached;
    private @Nullable Object result;
    private @Nullable Throwable failure;
    private @Nullable Throwable around;

    Marker(MethodPlan plan, Object key, ContextSnapshot snapshot) {
        this.plan = plan;
        this.key = key;
        this.snapshot = snapshot;
    }

    /** What is to be called. */
    Method method() {
        return plan.method();
    }

    /** Whether this is the call that was marked; true at most once. */
    boolean isFor(MethodPlan called, @Nullable Object[] arguments) {
        if (reached || called != plan) {
            return false;
        }
        try {
            reached = plan.keyOf(arguments, snapshot).equals(key);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError unkeyable) {
            reached = false;
        }
        return reached;
    }

    /** See {@link Restoration}. */
    void restoreContext() {
        Restoration.of(plan, snapshot);
    }

    /** Runs the method, keeps what it brings, and passes it on. */
    @Nullable
    Object deliver(InvocationContext call) throws Exception {
        try {
            result = call.proceed();
            return result;
        } catch (Throwable thrown) {
            failure = thrown;
            throw thrown;
        }
    }

    /** An interceptor around the method threw. */
    void failedAround(Throwable thrown) {
        around = thrown;
    }

    /**
     * The method's own result.
     *
     * @throws Throwable the method's own
     * @throws RenewalAstrayException when the call did not reach it
     */
    @Nullable
    Object result() throws Throwable {
        if (!reached) {
            throw new RenewalAstrayException(RuntimeMessage.REFRESH_ASTRAY.text(plan), around);
        }
        if (failure != null) {
            throw failure;
        }
        return result;
    }
}
