package dev.memoized.impl.plan;

import dev.memoized.Memoized;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Makes annotations that say something else than the one that was written. */
public final class Members {
    private Members() {}

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
