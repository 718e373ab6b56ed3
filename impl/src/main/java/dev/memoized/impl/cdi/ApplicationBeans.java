package dev.memoized.impl.cdi;

import dev.memoized.CacheIf;
import dev.memoized.ContextValue;
import dev.memoized.KeyGenerator;
import dev.memoized.VersionSource;
import dev.memoized.impl.plan.Instances;
import dev.memoized.spi.CacheBackend;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;

/** The application's key generators, conditions, context values and version sources: beans, or else made by their constructors. */
@Dependent
public class ApplicationBeans implements Instances {
    private final BeanManager manager;

    /**
     * Asks for the types that are looked up later: containers that remove unused beans keep those.
     */
    @Inject
    ApplicationBeans(
            ApplicationView view,
            @Any Instance<KeyGenerator> unusedGenerators,
            @Any Instance<CacheIf> unusedConditions,
            @Any Instance<ContextValue<?>> unusedContextValues,
            @Any Instance<VersionSource> unusedVersionSources,
            @Any Instance<CacheBackend> unusedBackends) {
        this.manager = view.manager();
    }

    /**
     * Whether a class is to be had as a bean; if there is no bean of it at all, it is to be made.
     *
     * @throws RuntimeException when there are beans of it, and none or several without a qualifier
     */
    static boolean isBean(BeanManager manager, Class<?> type) {
        if (manager.getBeans(type, Any.Literal.INSTANCE).isEmpty()) {
            return false;
        }
        if (manager.resolve(manager.getBeans(type)) == null) {
            throw new IllegalStateException("no bean of it is without a qualifier");
        }
        return true;
    }

    @Override
    public <T> T get(Class<T> type) throws ReflectiveOperationException {
        return get(manager, type);
    }

    /** The same while the deployment is checked. */
    static <T> T get(BeanManager manager, Class<T> type) throws ReflectiveOperationException {
        return isBean(manager, type)
                ? manager.createInstance().select(type).get()
                : Instances.byConstructor().get(type);
    }
}
