package dev.memoized.impl.cdi;

import dev.memoized.impl.plan.MostSpecific;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The methods of a bean class that a call can end in: the most specific ones, no bridges. */
final class BeanMethods {
    private BeanMethods() {}

    static List<Method> of(Class<?> beanClass) {
        List<Method> found = new ArrayList<>();
        Set<Signature> seen = new HashSet<>();
        for (Class<?> type = beanClass; type != null && type != Object.class; type = type.getSuperclass()) {
            add(type, type == beanClass, seen, found);
        }
        for (Class<?> type : interfacesOf(beanClass)) {
            add(type, false, seen, found);
        }
        return found;
    }

    private static void add(Class<?> type, boolean own, Set<Signature> seen, List<Method> found) {
        Set<Signature> here = new HashSet<>();
        for (Method method : type.getDeclaredMethods()) {
            boolean inherits = own || !Modifier.isPrivate(method.getModifiers());
            boolean specific = !seen.contains(Signature.of(method)) && inherits;
            if (specific && !method.isBridge() && !method.isSynthetic()) {
                found.add(method);
            }
            if (!method.isBridge() || !MostSpecific.bridged(type, method).isBridge()) {
                here.add(Signature.of(method));
            }
        }
        seen.addAll(here);
    }

    /** The methods of interfaces that a method implements or overrides. */
    static List<Method> declaredByInterfaces(Class<?> beanClass, Method method) {
        return interfacesOf(beanClass).stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(above -> !above.equals(method) && !above.isBridge())
                .filter(above -> above.getName().equals(method.getName())
                        && MostSpecific.of(beanClass, above).equals(method))
                .toList();
    }

    private static Set<Class<?>> interfacesOf(Class<?> beanClass) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> type = beanClass; type != null; type = type.getSuperclass()) {
            for (Class<?> direct : type.getInterfaces()) {
                all.add(direct);
                all.addAll(interfacesOf(direct));
            }
        }
        return all;
    }

    private record Signature(String name, List<Class<?>> parameters) {
        static Signature of(Method method) {
            return new Signature(method.getName(), Arrays.asList(method.getParameterTypes()));
        }
    }
}
