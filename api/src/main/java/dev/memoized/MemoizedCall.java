package dev.memoized;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a memoized method, as {@link KeyGenerator} and {@link CacheIf} see it. Immutable. */
public interface MemoizedCall {

    /**
     * The method's namespace.
     *
     * @return see {@link Memoized#name}
     */
    String name();

    /**
     * The bean's class.
     *
     * @return never a proxy's
     */
    Class<?> beanClass();

    /**
     * The method.
     *
     * @return the one that carries or is covered by {@link Memoized}
     */
    Method method();

    /**
     * All arguments, also those that are not in the key.
     *
     * @return unmodifiable; an element may be null
     */
    List<@Nullable Object> arguments();

    /**
     * A context value that was captured for this call.
     *
     * @param type one of those that {@link Memoized#varyBy} names
     * @param <T> the type of the value
     * @return never null
     * @throws UndeclaredContextException when the method does not declare it
     */
    <T> T context(Class<? extends ContextValue<T>> type);
}
