package dev.memoized.impl.cdi;

import dev.memoized.CacheService;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.BackendChoice;
import dev.memoized.impl.plan.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Named;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Where beans inject {@link CacheService} with a backend's qualifier; each such qualifier has a bean of its own. */
final class ServicePoints {
    private final Map<Annotation, String> places = new LinkedHashMap<>();

    void add(InjectionPoint point) {
        for (Annotation qualifier : point.getQualifiers()) {
            if (chooses(qualifier.annotationType().getName())) {
                places.putIfAbsent(qualifier, point.getMember().toString());
            }
        }
    }

    /** Whether a qualifier of that class is a backend's. */
    static boolean chooses(String qualifierClass) {
        return !Set.of(Any.class.getName(), Default.class.getName(), Named.class.getName())
                .contains(qualifierClass);
    }

    /** Adds them; what OpenWebBeans gives a producer would look for everything with the qualifier of the bean. */
    void addBeans(AfterBeanDiscovery event, BeanManager manager) {
        for (Annotation qualifier : places.keySet()) {
            String backend = new BackendChoice(qualifier).toString();
            event.<CacheService>addBean()
                    .beanClass(CacheService.class)
                    .types(CacheService.class, Object.class)
                    .scope(ApplicationScoped.class)
                    .qualifiers(qualifier)
                    .id(CacheService.class.getName() + backend)
                    .createWith(creation -> manager.createInstance()
                            .select(MemoizedApplication.class)
                            .get()
                            .caches(backend));
        }
    }

    /** Adds a problem for each qualifier that chooses no backend. */
    void check(Set<String> known, Problems problems) {
        places.forEach((qualifier, place) -> {
            BackendChoice choice = new BackendChoice(qualifier);
            if (!known.contains(choice.toString())) {
                problems.add(place, WiringMessage.BACKEND_UNKNOWN, choice, known);
            }
        });
    }
}
