package dev.memoized.impl.cdi;

import dev.memoized.Memoized;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/** Finds {@link Memoized} on a method or a class, also by way of a stereotype or another composed annotation. */
final class Bindings {
    private static final int COMPOSED_AT_MOST = 8;

    private Bindings() {}

    static @Nullable Memoized of(AnnotatedElement element) {
        return of(element, COMPOSED_AT_MOST);
    }

    private static @Nullable Memoized of(AnnotatedElement element, int depth) {
        Memoized direct = element.getAnnotation(Memoized.class);
        if (direct != null || depth == 0) {
            return direct;
        }
        for (Annotation annotation : element.getAnnotations()) {
            Class<? extends Annotation> type = annotation.annotationType();
            Memoized composed = type.getName().startsWith("java.lang.") ? null : of(type, depth - 1);
            if (composed != null) {
                return composed;
            }
        }
        return null;
    }
}
