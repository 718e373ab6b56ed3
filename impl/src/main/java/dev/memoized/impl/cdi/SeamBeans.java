package dev.memoized.impl.cdi;

import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.Problems;
import dev.memoized.spi.FaultPoints;
import dev.memoized.spi.RandomSource;
import dev.memoized.spi.RefreshExecutor;
import dev.memoized.spi.RequestStore;
import dev.memoized.spi.TimeSource;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The beans of which an application may give one at most: with two, none would be used. */
final class SeamBeans {
    private static final List<Class<?>> TYPES =
            List.of(TimeSource.class, RandomSource.class, RefreshExecutor.class, FaultPoints.class, RequestStore.class);

    private SeamBeans() {}

    static void check(BeanManager manager, Problems problems) {
        for (Class<?> type : TYPES) {
            Set<Bean<?>> beans = manager.getBeans(type);
            try {
                manager.resolve(beans);
            } catch (AmbiguousResolutionException ambiguous) {
                Set<String> classes = new TreeSet<>();
                beans.forEach(bean -> classes.add(bean.getBeanClass().getName()));
                problems.add("deployment", WiringMessage.SEAM_AMBIGUOUS, type.getSimpleName(), classes);
            }
        }
    }
}
