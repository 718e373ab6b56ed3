package dev.memoized.impl.cdi;

import dev.memoized.ContextValue;
import dev.memoized.RequestSnapshot;
import dev.memoized.impl.context.ContextSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The context values that the computation on this thread may see; outside of computations those that can be captured. */
@ApplicationScoped
public class VisibleSnapshot implements RequestSnapshot {
    private @Nullable MemoizedApplication application;
    private @Nullable ApplicationBeans beans;

    @Inject
    void open(MemoizedApplication theApplication, ApplicationBeans theBeans) {
        application = theApplication;
        beans = theBeans;
    }

    @Override
    public <T> @Nullable T get(Class<? extends ContextValue<T>> type) {
        ContextSnapshot visible = Objects.requireNonNull(application).visible();
        if (visible != null) {
            return visible.get(type);
        }
        try {
            return Objects.requireNonNull(beans).get(type).capture();
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalArgumentException(type.getName(), unusable);
        }
    }
}
