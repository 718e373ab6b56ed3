package dev.memoized.impl.cdi;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundConstruct;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells which methods the container calls itself, past the bean's proxy. */
final class ContainerMethods {
    private static final Set<String> LIFECYCLE =
            Set.of("jakarta.annotation.PostConstruct", "jakarta.annotation.PreDestroy");

    private ContainerMethods() {}

    /** What the method is to the container; null when it is an ordinary one. */
    static @Nullable String kindOf(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            String kind = kindOf(annotation.annotationType());
            if (kind != null) {
                return kind;
            }
        }
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(Disposes.class)) {
                return "disposer";
            }
            if (parameter.isAnnotationPresent(Observes.class) || parameter.isAnnotationPresent(ObservesAsync.class)) {
                return "observer";
            }
        }
        return null;
    }

    private static @Nullable String kindOf(Class<? extends Annotation> annotation) {
        if (annotation == Produces.class) {
            return "producer";
        }
        if (annotation == Inject.class) {
            return "initializer";
        }
        boolean interceptor = annotation == AroundInvoke.class
                || annotation == AroundConstruct.class
                || annotation == AroundTimeout.class;
        return interceptor || LIFECYCLE.contains(annotation.getName()) ? "lifecycle or interceptor method" : null;
    }
}
