package dev.memoized.impl.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Context values for a call that nobody makes now: captured, or given instead. Immutable. */
public final class GivenContext {
    private final DeclaredContext declared;
    private final @Nullable Object[] values;

    private GivenContext(DeclaredContext declared, @Nullable Object[] values) {
        this.declared = declared;
        this.values = values;
    }

    static GivenContext captured(DeclaredContext declared) {
        @Nullable Object[] values = new @Nullable Object[declared.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = declared.captureAgain(i);
        }
        return new GivenContext(declared, values);
    }

    /**
     * The same with another value.
     *
     * @return null when the method does not vary by it
     */
    public @Nullable GivenContext with(Class<?> type, Object value) {
        int index = declared.indexOf(type);
        if (index < 0) {
            return null;
        }
        @Nullable Object[] others = values.clone();
        others[index] = DeclaredContext.isThere(value) ? value : null;
        return new GivenContext(declared, others);
    }

    /** The first value that is neither there nor given; null when all are. */
    public @Nullable Class<?> missing() {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                return declared.type(i);
            }
        }
        return null;
    }

    /**
     * All of them, as the call would have captured them.
     *
     * @throws dev.memoized.impl.key.UnkeyableException when one has no value equality
     * @throws NullPointerException when one is missing
     */
    public ContextSnapshot snapshot() {
        Object[] all = new Object[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = Objects.requireNonNull(values[i]);
        }
        return declared.isEmpty() ? declared.nothing() : new ContextSnapshot(declared, all, false);
    }
}
