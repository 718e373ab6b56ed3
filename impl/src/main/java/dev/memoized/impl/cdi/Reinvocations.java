package dev.memoized.impl.cdi;

import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.engine.Computation;
import dev.memoized.impl.plan.MethodPlan;
import jakarta.enterprise.inject.spi.Bean;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the renewals of one bean's methods, and knows which call is one. */
final class Reinvocations {
    private final Bean<?> bean;
    private final RenewalThread thread;
    private final Contextuals contextuals;

    Reinvocations(Bean<?> bean, RenewalThread thread, Contextuals contextuals) {
        this.bean = bean;
        this.thread = thread;
        this.contextuals = contextuals;
    }

    /** The marker of this very call, if it is a renewal. */
    @Nullable
    Marker markerFor(MethodPlan plan, @Nullable Object[] arguments) {
        Marker marker = thread.marker();
        return marker != null && marker.isFor(plan, arguments) ? marker : null;
    }

    /** A renewal: it holds the bean, not an instance of it, and nothing of the call but its context and arguments. */
    Computation of(MethodPlan plan, Object key, ContextSnapshot snapshot, List<@Nullable Object> arguments) {
        return () -> {
            Marker marker = new Marker(plan, key, snapshot);
            thread.run(plan, marker, () -> contextuals.invoke(bean, marker, arguments));
            return marker.result();
        };
    }
}
