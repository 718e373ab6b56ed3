package dev.memoized.impl.cdi;

import dev.memoized.Backend;
import dev.memoized.CacheService;
import dev.memoized.impl.config.KnownKeys;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.BackendChoice;
import dev.memoized.impl.plan.Owner;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.InjectionPointInfo;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.types.Type;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The application's beans that plans name, as far as a build knows them: qualifiers are compared by what messages say of
 * them, and nothing of the application's is made. The start compares exactly.
 */
final class RegisteredBeans {
    private final Set<String> backends = new TreeSet<>();
    private final Map<String, Owner> reserved = new TreeMap<>();
    private final Set<String> types = new HashSet<>();
    private final Map<String, AnnotationInfo> servicePoints = new TreeMap<>();

    void addBackend(BeanInfo bean) {
        for (AnnotationInfo qualifier : bean.qualifiers()) {
            if (!qualifier.name().equals(Any.class.getName())) {
                backends.add(text(qualifier));
            }
            Owner owner = ownerOf(qualifier);
            if (owner != Owner.BACKEND) {
                reserved.put(bean.declaringClass().name(), owner);
            }
        }
    }

    /** Adds those that settings make, as far as the build knows them. */
    void addConfigured(Settings settings) {
        KnownKeys.backends(settings)
                .forEach(name -> backends.add(new BackendChoice(Backend.Literal.of(name)).toString()));
    }

    void addTypes(BeanInfo bean) {
        for (Type type : bean.types()) {
            if (type.isClass()) {
                types.add(type.asClass().declaration().name());
            }
        }
    }

    /** Remembers the backends' qualifiers that a {@link CacheService} is injected with. */
    void addServicePoints(BeanInfo bean) {
        for (InjectionPointInfo point : bean.injectionPoints()) {
            boolean isService = point.type().isClass()
                    && point.type().asClass().declaration().name().equals(CacheService.class.getName());
            if (isService) {
                point.qualifiers().stream()
                        .filter(qualifier -> ServicePoints.chooses(qualifier.name()))
                        .forEach(qualifier -> servicePoints.putIfAbsent(text(qualifier), qualifier));
            }
        }
    }

    /** By what messages say of them. */
    Map<String, AnnotationInfo> servicePoints() {
        return servicePoints;
    }

    /** Adds a problem for each that chooses no backend. */
    void checkServicePoints(Problems problems) {
        for (String qualifier : servicePoints.keySet()) {
            if (!backends.contains(qualifier)) {
                problems.add(CacheService.class.getName(), WiringMessage.BACKEND_UNKNOWN, qualifier, backends);
            }
        }
    }

    /** Adds a problem for each backend whose name chooses no bean. */
    void checkNames(Problems problems) {
        reserved.forEach((beanClass, owner) -> BackendCandidates.refuseReserved(beanClass, owner, problems));
    }

    /** Adds a problem when no bean can be the chosen backend. */
    void checkBackend(PlanDraft draft, Problems problems) {
        BackendChoice choice = draft.backend();
        boolean isOfBean = choice.qualifier() != null && choice.owner() == Owner.BACKEND;
        if (isOfBean && !backends.contains(choice.toString())) {
            BackendCandidates.refuse(choice, draft.declaration(), backends, problems);
        }
    }

    /** Whether the start will find a bean of that class, or can try its constructor. */
    boolean isThereOrMakeable(Class<?> type) {
        return types.contains(type.getName()) || isMakeable(type);
    }

    private static boolean isMakeable(Class<?> type) {
        return !Modifier.isAbstract(type.getModifiers())
                && Arrays.stream(type.getConstructors()).anyMatch(each -> each.getParameterCount() == 0);
    }

    private static String text(AnnotationInfo qualifier) {
        return isName(qualifier)
                ? new BackendChoice(named(qualifier)).toString()
                : "@" + qualifier.declaration().simpleName();
    }

    private static Owner ownerOf(AnnotationInfo qualifier) {
        return isName(qualifier) ? Owner.of(named(qualifier)) : Owner.BACKEND;
    }

    private static boolean isName(AnnotationInfo qualifier) {
        return qualifier.name().equals(Backend.class.getName());
    }

    private static Backend.Literal named(AnnotationInfo qualifier) {
        return Backend.Literal.of(qualifier.member("value").asString());
    }
}
