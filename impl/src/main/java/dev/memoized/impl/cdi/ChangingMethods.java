package dev.memoized.impl.cdi;

import dev.memoized.impl.log.ChangeMessage;
import dev.memoized.impl.plan.ChangeDraft;
import dev.memoized.impl.plan.ChangeReader;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Problems;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which methods of a bean class change the cache, and refuses those that no container intercepts. */
final class ChangingMethods {
    private ChangingMethods() {}

    static List<ChangeDraft> of(Class<?> beanClass, Problems problems) {
        List<ChangeDraft> found = new ArrayList<>();
        for (Method method : BeanMethods.of(beanClass)) {
            String place = Declaration.place(beanClass, method) + ", @CacheInvalidate or @CachePut";
            List<Annotation> marks = Bindings.changes(beanClass, method, problems);
            if (!marks.isEmpty()) {
                String kind = kindOf(method);
                if (kind != null) {
                    problems.add(place, ChangeMessage.CHANGE_NOT_INTERCEPTED, method.getName(), kind);
                }
                found.addAll(ChangeReader.read(beanClass, method, marks, problems));
            } else {
                BeanMethods.declaredByInterfaces(beanClass, method).stream()
                        .filter(above -> isMarked(beanClass, above))
                        .findFirst()
                        .ifPresent(above -> problems.add(
                                place,
                                ChangeMessage.CHANGE_DECLARED_ABOVE,
                                above.getDeclaringClass().getName()));
            }
        }
        return found;
    }

    static boolean isMarked(Class<?> beanClass, Method method) {
        return !Bindings.changes(beanClass, method, new Problems()).isEmpty();
    }

    private static @Nullable String kindOf(Method method) {
        int modifiers = method.getModifiers();
        if (Modifier.isStatic(modifiers)) {
            return "static";
        }
        if (Modifier.isPrivate(modifiers)) {
            return "private";
        }
        return Modifier.isFinal(modifiers) ? "final" : ContainerMethods.kindOf(method);
    }
}
