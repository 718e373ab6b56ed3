package dev.memoized.impl.engine;

import dev.memoized.impl.flight.Flights;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.spi.Store;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that a fresh entry did not answer.
 *
 * @param method what is called
 * @param key taken before the computation
 * @param arguments a copy of them
 * @param began when it began, by the clock's nanoseconds
 * @param computation the body, for now
 * @param renewal the body, for later
 */
record Call(
        MemoizedMethod method,
        Object key,
        List<@Nullable Object> arguments,
        long began,
        Computation computation,
        Computation renewal) {

    static <C> Call of(
            MemoizedMethod method, Object key, @Nullable Object[] arguments, long began, C context, Door<C> door) {
        List<@Nullable Object> copy = Collections.unmodifiableList(Arrays.asList(arguments.clone()));
        return new Call(method, key, copy, began, () -> door.proceed(context), door.renewal(method.plan(), key, copy));
    }

    MethodPlan plan() {
        return method.plan();
    }

    Store<Object> store() {
        return method.memory().store();
    }

    Flights flights() {
        return method.memory().flights();
    }

    /** The same call as it goes on when its caller's thread has left. */
    Call later() {
        return new Call(method, key, arguments, began, renewal, renewal);
    }
}
