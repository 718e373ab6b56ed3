package dev.memoized.impl.cdi;

import dev.memoized.ContextValue;
import dev.memoized.RequestSnapshot;
import dev.memoized.impl.context.ContextSnapshot;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The context values that the computation on this thread may see; outside of computations those that can be captured. */
@Dependent
public class VisibleSnapshot implements RequestSnapshot {
    private final MemoizedApplication application;
    private final ApplicationBeans beans;

    @Inject
    VisibleSnapshot(MemoizedApplication application, ApplicationBeans beans) {
        this.application = application;
        this.beans = beans;
    }

    @Override
    public <T> @Nullable T get(Class<? extends ContextValue<T>> type) {
        ContextSnapshot visible = application.visible();
        if (visible != null) {
            return visible.get(type);
        }
        try {
            return beans.get(type).capture();
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalArgumentException(type.getName(), unusable);
        }
    }
}
