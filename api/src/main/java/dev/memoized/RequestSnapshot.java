package dev.memoized;

import org.jspecify.annotations.Nullable;

/**
 * The context values that the running computation may see: {@code @Inject RequestSnapshot snapshot}. They are those that
 * its method declares by {@link Memoized#varyBy}, and the same in the caller and in a refresh. Thread-safe; it knows the
 * computation by the thread that it is called on.
 */
public interface RequestSnapshot {

    /**
     * The value that was captured for this computation; outside of computations the value is captured now.
     *
     * @param type one of those that the method declares
     * @param <T> the type of the value
     * @return null only when it is not there, which is never so in a computation that is remembered
     * @throws UndeclaredContextException inside of a computation whose method does not declare it
     */
    <T> @Nullable T get(Class<? extends ContextValue<T>> type);
}
