package dev.memoized.impl.cdi;

import dev.memoized.Backend;
import dev.memoized.impl.config.ConfiguredBackends;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.BackendChoice;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Owner;
import dev.memoized.impl.plan.Problems;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.ObjectBackend;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The backends among which plans choose: beans, and those that settings make.
 *
 * @param manager knows the beans
 * @param configured the others
 */
record BackendCandidates(BeanManager manager, ConfiguredBackends configured) {

    /** The name by which settings can make the chosen one; null when they cannot. */
    static @Nullable String configuredName(BackendChoice choice) {
        return choice.qualifier() == null || choice.qualifier() instanceof Backend ? choice.name() : null;
    }

    /** Whether settings make the chosen one, and it keeps bytes. */
    boolean isMadeOfBytes(BackendChoice choice) {
        return made(choice) instanceof ByteBackend;
    }

    /** Whether settings make the chosen one, and other processes see its entries. */
    boolean isMadeShared(BackendChoice choice) {
        CacheBackend made = made(choice);
        return made != null && made.capabilities().contains(CacheBackend.Capability.SHARED);
    }

    private @Nullable CacheBackend made(BackendChoice choice) {
        String name = configuredName(choice);
        try {
            return name == null ? null : configured.find(name);
        } catch (IllegalStateException refused) {
            return null; // told already
        }
    }

    /** The bean; null for one that settings make, for memory, and when a problem was added. */
    @Nullable
    Bean<?> beanOf(BackendChoice choice, Declaration declaration, Problems problems) {
        Annotation qualifier = choice.qualifier();
        Set<Bean<?>> candidates =
                manager.getBeans(CacheBackend.class, qualifier == null ? Default.Literal.INSTANCE : qualifier);
        if (candidates.isEmpty()) {
            String name = configuredName(choice);
            if (qualifier != null && (name == null || !configured.has(name))) {
                refuse(choice, declaration, known(), problems);
            }
            return null;
        }
        try {
            Bean<?> bean = manager.resolve(candidates);
            if (bean != null && isWithoutStore(bean)) {
                problems.add(declaration, "backend", WiringMessage.BACKEND_WITHOUT_STORE, bean.getBeanClass());
            }
            return bean;
        } catch (AmbiguousResolutionException ambiguous) {
            problems.add(declaration, "backend", WiringMessage.BACKEND_AMBIGUOUS, choice, classes(candidates));
            return null;
        }
    }

    /** By its class; a producer may promise less than it gives. */
    private static boolean isWithoutStore(Bean<?> bean) {
        return CacheBackend.class.isAssignableFrom(bean.getBeanClass())
                && !ObjectBackend.class.isAssignableFrom(bean.getBeanClass())
                && !ByteBackend.class.isAssignableFrom(bean.getBeanClass());
    }

    /** Refuses beans with a name that chooses no bean, settings that make nothing, and names that are given twice. */
    void check(Problems problems) {
        configured.problems().forEach(problems::add);
        for (Bean<?> bean : manager.getBeans(CacheBackend.class, Any.Literal.INSTANCE)) {
            String beanClass = bean.getBeanClass().getName();
            for (Annotation qualifier : bean.getQualifiers()) {
                refuseReserved(beanClass, Owner.of(qualifier), problems);
                refuseTwice(beanClass, qualifier, problems);
            }
        }
    }

    private void refuseTwice(String beanClass, Annotation qualifier, Problems problems) {
        boolean isDefault = qualifier.annotationType() == Default.class;
        String name = isDefault ? ConfiguredBackends.DEFAULT : configuredName(new BackendChoice(qualifier));
        if (name != null && configured.has(name)) {
            String place = "memoized.backend." + name + ".type";
            problems.add(place, WiringMessage.BACKEND_MADE_TWICE, name, beanClass);
        }
    }

    /** Adds the problem when there is one. */
    static void refuseReserved(String beanClass, Owner owner, Problems problems) {
        if (owner != Owner.BACKEND) {
            problems.add(beanClass + ", @Backend", WiringMessage.BACKEND_NAME_RESERVED, owner.backend());
        }
    }

    /** Adds the problem that the chosen one is not among those that there are. */
    static void refuse(BackendChoice choice, Declaration declaration, Set<String> known, Problems problems) {
        problems.add(declaration, "backend", WiringMessage.BACKEND_UNKNOWN, choice, known);
    }

    /** The qualifiers that choose a backend, as messages tell them. */
    Set<String> known() {
        Set<String> names = new TreeSet<>();
        for (Bean<?> bean : manager.getBeans(CacheBackend.class, Any.Literal.INSTANCE)) {
            for (Annotation qualifier : bean.getQualifiers()) {
                if (qualifier.annotationType() != Any.class) {
                    names.add(new BackendChoice(qualifier).toString());
                }
            }
        }
        configured.names().stream()
                .filter(name -> !name.equals(ConfiguredBackends.DEFAULT))
                .forEach(name -> names.add(new BackendChoice(Backend.Literal.of(name)).toString()));
        return names;
    }

    private static Set<String> classes(Set<Bean<?>> beans) {
        Set<String> names = new TreeSet<>();
        beans.forEach(bean -> names.add(bean.getBeanClass().getName()));
        return names;
    }
}
