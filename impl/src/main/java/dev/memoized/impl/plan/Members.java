package dev.memoized.impl.plan;

import dev.memoized.Memoized;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Objects;

/** Makes annotations that say something else than the one that was written. */
public final class Members {
    private Members() {}

    /** The annotation that says nothing. */
    public static Memoized defaults() {
        try {
            return Objects.requireNonNull(Bare.class.getDeclaredMethod("method").getAnnotation(Memoized.class));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where it is found; nobody calls it. */
    interface Bare {
        @Memoized
        void method();
    }

    /**
     * An annotation like another one.
     *
     * @param base what it says where it is told nothing
     * @param told values by the names of members, each of the member's type
     */
    public static Memoized of(Memoized base, Map<String, Object> told) {
        Map<String, Object> values = Map.copyOf(told);
        return (Memoized) Proxy.newProxyInstance(
                Memoized.class.getClassLoader(),
                new Class<?>[] {Memoized.class},
                (proxy, member, arguments) -> valueOf(base, values, member, arguments));
    }

    private static Object valueOf(Memoized base, Map<String, Object> told, Method member, Object[] arguments)
            throws ReflectiveOperationException {
        Object value = member.getParameterCount() == 0 ? told.get(member.getName()) : null;
        return value == null ? member.invoke(base, arguments) : value;
    }
}
