package dev.memoized.tck.behaviour;

import dev.memoized.tck.Journal;
import dev.memoized.testing.Callers;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** An interceptor outside of ours, as security is; it takes a detour when told to. */
@Outer
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class OuterInterceptor {
    @Inject
    Journal journal;

    @Inject
    Route route;

    /** What it does. */
    public enum Way {
        STRAIGHT,
        OTHER_THREAD,
        SHORT_CUT,
        DEAD_END
    }

    /** Which way it takes. */
    @ApplicationScoped
    public static class Route {
        private volatile Way way = Way.STRAIGHT;

        public Way way() {
            return way;
        }

        public void take(Way newWay) {
            way = newWay;
        }
    }

    @AroundInvoke
    @Nullable
    Object around(InvocationContext context) throws Exception {
        journal.add("outer in");
        try {
            return proceed(context);
        } finally {
            journal.add("outer out");
        }
    }

    private @Nullable Object proceed(InvocationContext context) throws Exception {
        return switch (route.way()) {
            case STRAIGHT -> context.proceed();
            case OTHER_THREAD -> onOtherThread(context);
            case SHORT_CUT -> "short cut";
            case DEAD_END -> throw new SecurityException("dead end");
        };
    }

    private static @Nullable Object onOtherThread(InvocationContext context) {
        try (Callers<@Nullable Object> hop = Callers.start("hop", 1, number -> context.proceed())) {
            return hop.values().get(0);
        }
    }
}
