package dev.memoized.impl.context;

import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Captures context values for calls, and knows which ones the computation on a thread may see. Set on a thread only while
 * a computation runs there.
 */
public final class Contexts {
    private final ThreadLocal<@Nullable ContextSnapshot> visible = new ThreadLocal<>();
    private final Log log;

    public Contexts(Log log) {
        this.log = log;
    }

    /**
     * The values for a call.
     *
     * @return null when one is not there or cannot be had: the call bypasses the cache
     * @throws dev.memoized.UndeclaredContextException inside of a computation that does not declare what the call varies by
     */
    public @Nullable ContextSnapshot capture(DeclaredContext declared) {
        if (declared.isEmpty()) {
            return declared.nothing();
        }
        ContextSnapshot outer = visible.get();
        if (outer != null) {
            outer.admit(declared);
        }
        try {
            return declared.capture();
        } catch (ContextMissingException missing) {
            log.once(RuntimeMessage.CONTEXT_MISSING, declared.toString(), missing);
        } catch (Exception | Error failure) {
            log.once(RuntimeMessage.CONTEXT_FAILED, declared.toString(), failure);
        }
        return null;
    }

    /**
     * The same for a handle: what is not there may be given.
     *
     * @throws dev.memoized.UndeclaredContextException as {@link #capture}
     */
    public GivenContext captureForLater(DeclaredContext declared) {
        ContextSnapshot outer = visible.get();
        if (outer != null) {
            outer.admit(declared);
        }
        return GivenContext.captured(declared);
    }

    /** What the computation on this thread sees; null outside of computations. */
    public @Nullable ContextSnapshot visible() {
        return visible.get();
    }

    /** Runs code that belongs to a call. */
    public void seeing(@Nullable ContextSnapshot snapshot, Runnable code) {
        ContextSnapshot before = show(snapshot);
        try {
            code.run();
        } finally {
            show(before);
        }
    }

    /** Asks code that belongs to a call. */
    public <T> T seeing(@Nullable ContextSnapshot snapshot, Supplier<T> code) {
        ContextSnapshot before = show(snapshot);
        try {
            return code.get();
        } finally {
            show(before);
        }
    }

    /**
     * From now on this thread sees something else.
     *
     * @return what it saw before, to be shown again
     */
    public @Nullable ContextSnapshot show(@Nullable ContextSnapshot snapshot) {
        ContextSnapshot before = visible.get();
        if (snapshot == null) {
            visible.remove();
        } else {
            visible.set(snapshot);
        }
        return before;
    }
}
