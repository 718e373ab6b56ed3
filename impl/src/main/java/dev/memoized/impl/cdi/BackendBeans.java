package dev.memoized.impl.cdi;

import dev.memoized.CacheService;
import dev.memoized.NoSuchBackendException;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.BackendChoice;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Owner;
import dev.memoized.impl.plan.Problems;
import dev.memoized.impl.service.Backends;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.TimeSource;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the bean that a plan chose as its backend; the default is memory, when there is no bean for it. */
final class BackendBeans implements AutoCloseable {
    private final BeanManager manager;
    private final LocalBackend memory;
    private final BackendReferences references;

    BackendBeans(BeanManager manager, TimeSource time) {
        this.manager = manager;
        this.references = new BackendReferences(manager);
        this.memory = new LocalBackend(time);
    }

    /** The one in memory, whether or not it is the default. */
    LocalBackend memory() {
        return memory;
    }

    CacheBackend find(BackendChoice choice, Declaration declaration) {
        Problems problems = new Problems();
        Bean<?> bean = beanOf(manager, choice, declaration, problems);
        problems.refuse();
        return bean == null ? memory : references.of(bean, declaration.place());
    }

    /** The one that methods use which choose none. */
    CacheBackend findDefault() {
        Bean<?> bean = manager.resolve(manager.getBeans(CacheBackend.class));
        return bean == null ? memory : references.of(bean, CacheService.class.getName());
    }

    /** The one with a qualifier that messages tell in that form; null when there is none. */
    Backends.@Nullable Named findByText(String text) {
        Backends.Named found = null;
        for (Bean<?> bean : manager.getBeans(CacheBackend.class, Any.Literal.INSTANCE)) {
            for (Annotation qualifier : bean.getQualifiers()) {
                if (new BackendChoice(qualifier).toString().equals(text)) {
                    refuseSecond(found, text);
                    found = new Backends.Named(references.of(bean, CacheService.class.getName()), qualifier);
                }
            }
        }
        return found;
    }

    /** Qualifiers that differ in their members or packages only would reach one of them by chance. */
    private static void refuseSecond(Backends.@Nullable Named first, String text) {
        if (first != null) {
            throw new NoSuchBackendException(RuntimeMessage.BACKEND_NOT_ONE.text(text));
        }
    }

    /** The qualifiers that choose a backend, as messages tell them. */
    Set<String> known() {
        return known(manager);
    }

    /** The bean; null for memory, and when a problem was added. */
    static @Nullable Bean<?> beanOf(
            BeanManager manager, BackendChoice choice, Declaration declaration, Problems problems) {
        Annotation qualifier = choice.qualifier();
        Set<Bean<?>> candidates =
                manager.getBeans(CacheBackend.class, qualifier == null ? Default.Literal.INSTANCE : qualifier);
        if (candidates.isEmpty()) {
            if (qualifier != null) {
                refuse(choice, declaration, known(manager), problems);
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

    /** Refuses beans with a name that chooses no bean. */
    static void refuseReserved(BeanManager manager, Problems problems) {
        for (Bean<?> bean : manager.getBeans(CacheBackend.class, Any.Literal.INSTANCE)) {
            for (Annotation qualifier : bean.getQualifiers()) {
                refuseReserved(bean.getBeanClass().getName(), Owner.of(qualifier), problems);
            }
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

    /** By its class; a producer may promise less than it gives. */
    private static boolean isWithoutStore(Bean<?> bean) {
        return CacheBackend.class.isAssignableFrom(bean.getBeanClass())
                && !ObjectBackend.class.isAssignableFrom(bean.getBeanClass())
                && !ByteBackend.class.isAssignableFrom(bean.getBeanClass());
    }

    static Set<String> known(BeanManager manager) {
        Set<String> names = new TreeSet<>();
        for (Bean<?> bean : manager.getBeans(CacheBackend.class, Any.Literal.INSTANCE)) {
            for (Annotation qualifier : bean.getQualifiers()) {
                if (qualifier.annotationType() != Any.class) {
                    names.add(new BackendChoice(qualifier).toString());
                }
            }
        }
        return names;
    }

    private static Set<String> classes(Set<Bean<?>> beans) {
        Set<String> names = new TreeSet<>();
        beans.forEach(bean -> names.add(bean.getBeanClass().getName()));
        return names;
    }

    @Override
    public void close() {
        references.close();
        memory.close();
    }
}
