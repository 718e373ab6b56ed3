package dev.memoized.impl.memoizer;

import dev.memoized.impl.config.Nearest;
import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.MostSpecific;
import dev.memoized.impl.plan.Problems;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The methods of an interface by their names: {@code load} or {@code load(java.lang.String)}. */
final class MethodNames {
    private final SortedMap<String, Method> bySignature = new TreeMap<>();
    private final String place;
    private final Problems problems;

    /**
     * Those of an interface.
     *
     * @param place for messages
     * @param problems takes names that mean no method, or several
     */
    MethodNames(Class<?> type, String place, Problems problems) {
        this.place = place;
        this.problems = problems;
        for (Method method : of(type)) {
            Method meant = behind(method);
            bySignature.merge(Declaration.signature(meant), meant, MethodNames::narrower);
        }
    }

    /** All that calls can come by. */
    static List<Method> of(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .toList();
    }

    /** What a call of that method means, which may be a bridge to one with narrower types. */
    static Method behind(Method method) {
        return method.isBridge() ? MostSpecific.bridged(method.getDeclaringClass(), method) : method;
    }

    /** Of methods that an interface inherits twice the one that says most. */
    private static Method narrower(Method one, Method other) {
        return one.getReturnType().isAssignableFrom(other.getReturnType()) ? other : one;
    }

    /** The methods that names mean, with what the names stand before. */
    <V> Map<Method, V> find(Map<String, V> byName) {
        Map<Method, V> all = new HashMap<>();
        new TreeMap<>(byName).forEach((name, value) -> {
            List<String> found = signatures(name.replace(" ", ""));
            if (found.isEmpty()) {
                problems.add(place, FormMessage.METHOD_MISSING, name, nearest(name));
            } else if (found.size() > 1) {
                problems.add(place, FormMessage.METHOD_AMBIGUOUS, name, found);
            } else if (isOfObject(found.get(0))) {
                problems.add(place, FormMessage.METHOD_OF_OBJECT, found.get(0));
            } else if (all.put(bySignature.get(found.get(0)), value) != null) {
                problems.add(place, FormMessage.METHOD_TWICE, found.get(0));
            }
        });
        return all;
    }

    /** Calls of these never come as those of an interface that declares them, too. */
    private static boolean isOfObject(String signature) {
        return Arrays.stream(Object.class.getMethods())
                .map(Declaration::signature)
                .anyMatch(signature::equals);
    }

    private String nearest(String name) {
        List<String> known = bySignature.keySet().stream()
                .map(signature -> name.contains("(") ? signature : signature.substring(0, signature.indexOf('(')))
                .toList();
        return Nearest.to(name, known).orElse("none");
    }

    private List<String> signatures(String name) {
        return bySignature.keySet().stream()
                .filter(signature -> signature.equals(name) || signature.startsWith(name + "("))
                .toList();
    }
}
