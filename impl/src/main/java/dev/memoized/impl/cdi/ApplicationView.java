package dev.memoized.impl.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the library sees of the application. On Payara the beans of a library see those of its own archive only, and so does
 * the manager that is injected into them; the one of the module sees all.
 */
@Dependent
public class ApplicationView {
    private static final String NAME = "java:comp/BeanManager";

    private final BeanManager given;
    private final BeanManager manager;

    @Inject
    ApplicationView(BeanManager given, MemoizedBeans memoized) {
        this.given = given;
        this.manager =
                of(given, memoized.list().stream().map(Bean::getBeanClass).collect(Collectors.toSet()));
    }

    /** The manager that sees the beans of these classes: the given one, unless it does not and the module's does. */
    static BeanManager of(BeanManager given, Set<Class<?>> beanClasses) {
        if (seesAll(given, beanClasses)) {
            return given;
        }
        BeanManager ofModule = Names.find(NAME, BeanManager.class);
        return ofModule != null && seesAll(ofModule, beanClasses) ? ofModule : given;
    }

    private static boolean seesAll(BeanManager manager, Set<Class<?>> beanClasses) {
        return manager.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .collect(Collectors.toSet())
                .containsAll(beanClasses);
    }

    /** Sees the application's beans. */
    BeanManager manager() {
        return manager;
    }

    /** The beans of a type, as they were injected, or all that the application has. */
    <T> Instance<T> all(Instance<T> injected, Class<T> type, Annotation... qualifiers) {
        return manager.equals(given) ? injected : manager.createInstance().select(type, qualifiers);
    }

    /** The one bean of a type; null when there is none. */
    <T> @Nullable T one(Instance<T> injected, Class<T> type) {
        Instance<T> all = all(injected, type);
        return all.isResolvable() ? all.get() : null;
    }
}
