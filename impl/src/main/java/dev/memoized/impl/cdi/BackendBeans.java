package dev.memoized.impl.cdi;

import dev.memoized.Backend;
import dev.memoized.CacheService;
import dev.memoized.NoSuchBackendException;
import dev.memoized.impl.config.ConfiguredBackends;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.BackendChoice;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Problems;
import dev.memoized.impl.service.Backends;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.TimeSource;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the backend that a plan chose: a bean, one that settings make, or memory, when nothing else is the default. */
final class BackendBeans implements AutoCloseable {
    private final BackendCandidates candidates;
    private final LocalBackend memory;
    private final BackendReferences references;

    BackendBeans(BackendCandidates candidates, TimeSource time) {
        this.candidates = candidates;
        this.references = new BackendReferences(candidates.manager());
        this.memory = new LocalBackend(time);
    }

    /** The one in memory, whether or not it is the default. */
    LocalBackend memory() {
        return memory;
    }

    CacheBackend find(BackendChoice choice, Declaration declaration) {
        Problems problems = new Problems();
        Bean<?> bean = candidates.beanOf(choice, declaration, problems);
        problems.refuse();
        return bean == null
                ? withoutBean(BackendCandidates.configuredName(choice))
                : references.of(bean, declaration.place());
    }

    /** The one that methods use which choose none. */
    CacheBackend findDefault() {
        BeanManager manager = candidates.manager();
        Bean<?> bean = manager.resolve(manager.getBeans(CacheBackend.class));
        return bean == null
                ? withoutBean(ConfiguredBackends.DEFAULT)
                : references.of(bean, CacheService.class.getName());
    }

    private CacheBackend withoutBean(@Nullable String name) {
        CacheBackend made = name == null ? null : candidates.configured().find(name);
        return made == null ? memory : made;
    }

    /** The one with a qualifier that messages tell in that form; null when there is none. */
    Backends.@Nullable Named findByText(String text) {
        Backends.Named found = null;
        for (Bean<?> bean : candidates.manager().getBeans(CacheBackend.class, Any.Literal.INSTANCE)) {
            for (Annotation qualifier : bean.getQualifiers()) {
                if (new BackendChoice(qualifier).toString().equals(text)) {
                    refuseSecond(found, text);
                    found = new Backends.Named(references.of(bean, CacheService.class.getName()), qualifier);
                }
            }
        }
        return found;
    }

    /** The one that settings make by that name; null when they make none. */
    Backends.@Nullable Named findConfigured(String name) {
        CacheBackend made = candidates.configured().find(name);
        return made == null ? null : new Backends.Named(made, Backend.Literal.of(name));
    }

    /** Qualifiers that differ in their members or packages only would reach one of them by chance. */
    private static void refuseSecond(Backends.@Nullable Named first, String text) {
        if (first != null) {
            throw new NoSuchBackendException(RuntimeMessage.BACKEND_NOT_ONE.text(text));
        }
    }

    /** The qualifiers that choose a backend, as messages tell them. */
    Set<String> known() {
        return candidates.known();
    }

    @Override
    public void close() {
        references.close();
        memory.close();
        candidates.configured().close();
    }
}
