package dev.memoized.impl.context;

import dev.memoized.ContextValue;
import dev.memoized.UndeclaredContextException;
import dev.memoized.impl.key.KeyParts;
import dev.memoized.impl.log.RuntimeMessage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The context values of one call, captured once in its caller: the same ones are in the key, are seen by the computation,
 * and are restored in a refresh.
 */
public final class ContextSnapshot {
    private final DeclaredContext declared;
    private final Object[] values;
    private final Object[] parts;
    private final boolean isLive;

    ContextSnapshot(DeclaredContext declared, Object[] values, boolean isLive) {
        this.declared = declared;
        this.values = values;
        this.parts = parts(values);
        this.isLive = isLive;
    }

    private static Object[] parts(Object[] values) {
        return Arrays.stream(values).map(KeyParts::of).toArray();
    }

    /**
     * A captured value.
     *
     * @return null only of a call that bypasses the cache, when it is not there
     * @throws UndeclaredContextException when the method does not declare it
     */
    @SuppressWarnings("unchecked") // it was captured by an object of that type
    public <T> @Nullable T get(Class<? extends ContextValue<T>> type) {
        int index = declared.indexOf(type);
        if (index < 0) {
            throw undeclared(type);
        }
        return (T) (isLive ? declared.capture(index) : values[index]);
    }

    /** What a key is within these values. */
    public Object keyOf(Object arguments) {
        return KeyParts.inContext(declared.names(), parts, arguments);
    }

    /** Whether each value still is what the key says. */
    public boolean isUnchanged() {
        return Arrays.equals(parts, parts(values));
    }

    /**
     * Puts the values into the request context that is active on this thread.
     *
     * @return whether whoever captures them there does not get others; nothing is as good
     * @throws RuntimeException a value's own
     */
    public boolean restore() {
        for (int i = 0; i < values.length; i++) {
            declared.restore(i, values[i]);
        }
        for (int i = 0; i < values.length; i++) {
            Object there = declared.captureAgain(i);
            if (there != null && !parts[i].equals(KeyParts.of(there))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Sees to it that a call inside of this computation varies by nothing that this method does not declare.
     *
     * @throws UndeclaredContextException when it does
     */
    void admit(DeclaredContext inner) {
        Class<?> undeclared = declared.lacks(inner);
        if (undeclared != null) {
            throw undeclared(undeclared);
        }
    }

    private UndeclaredContextException undeclared(Class<?> type) {
        return new UndeclaredContextException(RuntimeMessage.CONTEXT_UNDECLARED.text(declared, type.getName()));
    }
}
