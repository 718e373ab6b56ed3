package dev.memoized.impl.cdi;

import dev.memoized.CacheService;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;

/** Makes the {@link CacheService} of one backend in an application that was built before. */
public final class ServiceCreator implements SyntheticBeanCreator<CacheService> {
    static final String BACKEND = "backend";

    @Override
    public CacheService create(Instance<Object> lookup, Parameters parameters) {
        return lookup.select(MemoizedApplication.class).get().caches(parameters.get(BACKEND, String.class));
    }
}
