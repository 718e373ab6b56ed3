package dev.memoized.impl.plan;

import java.lang.reflect.Method;
import java.util.Arrays;

/** The method of a bean class that a call of one of its supertypes' methods ends in. */
public final class MostSpecific {
    private MostSpecific() {}

    /** The method itself when there is none. */
    public static Method of(Class<?> beanClass, Method method) {
        for (Class<?> type = beanClass; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Method each : type.getDeclaredMethods()) {
                Method specific = each.isBridge() ? bridged(type, each) : each;
                if (overrides(each, method) && !specific.isBridge()) {
                    return specific;
                }
            }
        }
        return method;
    }

    private static boolean overrides(Method candidate, Method method) {
        return candidate.getName().equals(method.getName())
                && Arrays.equals(candidate.getParameterTypes(), method.getParameterTypes())
                && (!candidate.isBridge() || candidate.getReturnType() == method.getReturnType() || method.isBridge());
    }

    /** What a bridge leads to in its own class; the bridge itself when it only makes an inherited method visible. */
    public static Method bridged(Class<?> type, Method bridge) {
        for (Method each : type.getDeclaredMethods()) {
            if (!each.isBridge() && each.getName().equals(bridge.getName()) && accepts(bridge, each)) {
                return each;
            }
        }
        return bridge;
    }

    private static boolean accepts(Method bridge, Method specific) {
        Class<?>[] wide = bridge.getParameterTypes();
        Class<?>[] narrow = specific.getParameterTypes();
        if (wide.length != narrow.length || !bridge.getReturnType().isAssignableFrom(specific.getReturnType())) {
            return false;
        }
        for (int i = 0; i < wide.length; i++) {
            if (!wide[i].isAssignableFrom(narrow[i])) {
                return false;
            }
        }
        return true;
    }
}
