package dev.memoized.impl.cdi;

import dev.memoized.CacheIf;
import dev.memoized.KeyGenerator;
import dev.memoized.impl.plan.Instances;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;

/** The application's key generators and conditions: beans, or else made by their constructors. */
@Dependent
public class ApplicationBeans implements Instances {
    private final BeanManager manager;

    /**
     * Asks for the types that are looked up later: containers that remove unused beans keep those.
     */
    @Inject
    ApplicationBeans(
            BeanManager manager,
            @Any Instance<KeyGenerator> unusedGenerators,
            @Any Instance<CacheIf> unusedConditions) {
        this.manager = manager;
    }

    @Override
    public <T> T get(Class<T> type) throws ReflectiveOperationException {
        Instance<T> instance = manager.createInstance().select(type);
        return instance.isResolvable()
                ? instance.get()
                : Instances.byConstructor().get(type);
    }
}
