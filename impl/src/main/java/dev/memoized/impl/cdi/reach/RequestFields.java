package dev.memoized.impl.cdi.reach;

import dev.memoized.impl.plan.RequestTypes;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Fields with something of the request in them that are no injection points of CDI. */
final class RequestFields {
    private static final Set<String> FILLED = Set.of("jakarta.annotation.Resource", "jakarta.ws.rs.core.Context");

    private RequestFields() {}

    static List<Injected> of(Class<?> beanClass) {
        List<Injected> found = new ArrayList<>();
        for (Class<?> type = beanClass; type != null && type != Object.class; type = type.getSuperclass()) {
            add(type, found);
        }
        return found;
    }

    private static void add(Class<?> type, List<Injected> found) {
        try {
            for (Field field : type.getDeclaredFields()) {
                for (Annotation annotation : field.getAnnotations()) {
                    add(field, annotation.annotationType(), found);
                }
            }
        } catch (LinkageError unreadable) {
            return; // names a library that is not there
        }
    }

    private static void add(Field field, Class<?> annotation, List<Injected> found) {
        if (RequestTypes.mark(annotation.getName())) {
            found.add(Injected.plain(annotation));
        } else if (FILLED.contains(annotation.getName()) && RequestTypes.contain(field.getType())) {
            found.add(Injected.plain(field.getType()));
        }
    }
}
