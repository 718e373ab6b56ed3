package dev.memoized.impl.cdi;

import dev.memoized.CacheInvalidate;
import dev.memoized.CacheInvalidations;
import dev.memoized.CachePut;
import dev.memoized.Memoized;
import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Problems;
import jakarta.enterprise.inject.Stereotype;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Annotation;
import java.lang.annotation.Inherited;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@link Memoized} on methods and classes, and {@link CacheInvalidate} on methods, also where another annotation
 * carries them: an interceptor binding, or on classes a stereotype. Others are refused, as no container hears them.
 */
final class Bindings {
    private static final int CARRIED_AT_MOST = 8;

    private final String place;
    private final Problems problems;

    private Bindings(String place, Problems problems) {
        this.place = place;
        this.problems = problems;
    }

    /** What stands on the method, itself before carried. */
    static @Nullable Memoized of(Class<?> beanClass, Method method, Problems problems) {
        return new Bindings(Declaration.place(beanClass, method), problems).memoized(method.getAnnotations(), false, 0);
    }

    /** What stands on the class, or is inherited from the nearest class above. */
    static @Nullable Memoized of(Class<?> beanClass, Problems problems) {
        Bindings bindings = new Bindings(beanClass.getName(), problems);
        for (Class<?> type = beanClass; type != null; type = type.getSuperclass()) {
            Memoized found = bindings.memoized(type == beanClass ? declared(type) : inherited(type), true, 0);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Whether somebody put it on this very class, rather than on a stereotype of many classes. */
    static boolean isMeant(Class<?> beanClass) {
        return new Bindings("", new Problems()).memoized(beanClass.getAnnotations(), false, 0) != null;
    }

    /** What the method changes: by annotations of its own, and by those that they carry. */
    static List<Annotation> changes(Class<?> beanClass, Method method, Problems problems) {
        List<Annotation> found = new ArrayList<>(List.of(method.getAnnotationsByType(CacheInvalidate.class)));
        new Bindings(Declaration.place(beanClass, method), problems).addCarried(method.getAnnotations(), 0, found);
        found.addAll(List.of(method.getAnnotationsByType(CachePut.class)));
        return found;
    }

    private @Nullable Memoized memoized(Annotation[] annotations, boolean hearsStereotypes, int depth) {
        for (Annotation each : annotations) {
            if (each instanceof Memoized itself) {
                return itself;
            }
        }
        SortedMap<String, Memoized> carried = new TreeMap<>();
        for (Class<? extends Annotation> type : carriers(annotations, depth)) {
            boolean isStereotype = type.isAnnotationPresent(Stereotype.class);
            Memoized found = memoized(type.getAnnotations(), isStereotype, depth + 1);
            if (found != null && isHeard(type, hearsStereotypes && isStereotype, found)) {
                carried.put("@" + type.getSimpleName(), found);
            }
        }
        if (carried.size() > 1) {
            problems.add(place, FormMessage.CARRIED_TWICE, carried.keySet());
        }
        return carried.isEmpty() ? null : carried.get(carried.firstKey());
    }

    private void addCarried(Annotation[] annotations, int depth, List<Annotation> all) {
        for (Class<? extends Annotation> type : carriers(annotations, depth)) {
            List<Annotation> found = new ArrayList<>(List.of(type.getAnnotationsByType(CacheInvalidate.class)));
            addCarried(type.getAnnotations(), depth + 1, found);
            if (!found.isEmpty() && isHeard(type, false, found.get(0))) {
                all.addAll(found);
            }
        }
    }

    private boolean isHeard(Class<? extends Annotation> carrier, boolean asStereotype, Annotation carried) {
        boolean heard = asStereotype || carrier.isAnnotationPresent(InterceptorBinding.class);
        if (!heard) {
            String name = carried.annotationType().getSimpleName();
            problems.add(place, FormMessage.CARRIER_UNHEARD, carrier.getSimpleName(), name);
        }
        return heard;
    }

    private static List<Class<? extends Annotation>> carriers(Annotation[] annotations, int depth) {
        List<Class<? extends Annotation>> types = new ArrayList<>();
        for (Annotation each : depth < CARRIED_AT_MOST ? annotations : new Annotation[0]) {
            boolean isOurs = each instanceof CacheInvalidate || each instanceof CacheInvalidations;
            if (!isOurs && !each.annotationType().getName().startsWith("java.lang.")) {
                types.add(each.annotationType());
            }
        }
        return types;
    }

    private static Annotation[] declared(Class<?> type) {
        return type.getDeclaredAnnotations();
    }

    private static Annotation[] inherited(Class<?> type) {
        return Arrays.stream(declared(type))
                .filter(each -> each.annotationType().isAnnotationPresent(Inherited.class))
                .toArray(Annotation[]::new);
    }
}
