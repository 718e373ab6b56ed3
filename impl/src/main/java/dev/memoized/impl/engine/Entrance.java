package dev.memoized.impl.engine;

import dev.memoized.Cache;
import dev.memoized.MethodDescription;
import dev.memoized.impl.freshness.Limits;
import dev.memoized.impl.plan.MethodPlan;
import java.time.Duration;

/**
 * A memoized method, and where its calls come in.
 *
 * @param method of an engine
 * @param door of the object that has the method
 */
public record Entrance(MemoizedMethod method, Door<?> door) {

    MethodDescription describe() {
        MethodPlan plan = method.plan();
        Limits limits = plan.limits();
        return new MethodDescription(
                plan.name(),
                plan.schema(),
                plan.beanClass(),
                plan.method(),
                plan.backend().name(),
                limits.refreshAfter() == Limits.NEVER ? null : Duration.ofNanos(limits.refreshAfter()),
                limits.expireAfter() == Limits.NEVER ? Cache.FOREVER : Duration.ofNanos(limits.expireAfter()),
                plan.enabled());
    }
}
