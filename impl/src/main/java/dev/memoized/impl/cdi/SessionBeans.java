package dev.memoized.impl.cdi;

import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.plan.Problems;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Set;

/** Refuses what is asked of session beans, known by names: their API need not be there. */
final class SessionBeans {
    private static final Set<String> ANNOTATIONS =
            Set.of("jakarta.ejb.Stateless", "jakarta.ejb.Stateful", "jakarta.ejb.Singleton");

    private SessionBeans() {}

    /**
     * Adds the problem when there is one.
     *
     * @param isTold whether the container says so; a descriptor may make a class one
     */
    static void refuse(Class<?> beanClass, boolean isTold, Problems problems) {
        String kind = Arrays.stream(beanClass.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> ANNOTATIONS.contains(type.getName()))
                .map(type -> "@" + type.getSimpleName())
                .findFirst()
                .orElse("by its descriptor");
        if (isTold || kind.startsWith("@")) {
            problems.add(beanClass.getName(), FormMessage.SESSION_BEAN, kind);
        }
    }
}
