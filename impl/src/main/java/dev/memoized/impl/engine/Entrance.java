package dev.memoized.impl.engine;

import dev.memoized.Cache;
import dev.memoized.MethodDescription;
import dev.memoized.impl.freshness.Limits;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.type.Erasure;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A memoized method, and where its calls come in.
 *
 * @param method of an engine
 * @param door of the object that has the method
 */
public record Entrance(MemoizedMethod method, Door<?> door) {

    String name() {
        return method.plan().name();
    }

    /** Whether these can be the arguments of a call. */
    boolean takes(@Nullable Object[] arguments) {
        Class<?>[] types = method.plan().method().getParameterTypes();
        return types.length == arguments.length
                && IntStream.range(0, types.length).allMatch(i -> takes(types[i], arguments[i]));
    }

    private static boolean takes(Class<?> type, @Nullable Object argument) {
        return argument == null ? !type.isPrimitive() : Erasure.boxed(type).isInstance(argument);
    }

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
