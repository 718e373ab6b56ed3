package dev.memoized.tck.behaviour;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.NormalScope;
import java.util.stream.Stream;

/** The beans with a scope that are declared in a class. */
final class Scoped {
    private Scoped() {}

    static Class<?>[] in(Class<?>... holders) {
        return Stream.of(holders)
                .flatMap(holder -> Stream.<Class<?>>of(holder.getDeclaredClasses()))
                .filter(Scoped::isScoped)
                .toArray(Class<?>[]::new);
    }

    private static boolean isScoped(Class<?> type) {
        return Stream.of(type.getAnnotations())
                .anyMatch(each ->
                        each instanceof Dependent || each.annotationType().isAnnotationPresent(NormalScope.class));
    }
}
