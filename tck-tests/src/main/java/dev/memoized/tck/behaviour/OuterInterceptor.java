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
        SHORT_CUT_ELSEWHERE,
        DEAD_END,
        DEAD_END_ELSEWHERE
    }

    /** Which way it takes. */
    @ApplicationScoped
    public static class Route {
        private volatile Way way = Way.STRAIGHT;
        private volatile Thread here = Thread.currentThread();

        public Way way() {
            return way;
        }

        public void take(Way newWay) {
            here = Thread.currentThread();
            way = newWay;
        }

        /** Whether this is the thread that has chosen the way. */
        public boolean isHere() {
            return here == Thread.currentThread();
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
            case SHORT_CUT_ELSEWHERE -> route.isHere() ? context.proceed() : "short cut";
            case DEAD_END -> throw new SecurityException("dead end");
            case DEAD_END_ELSEWHERE -> {
                if (route.isHere()) {
                    yield context.proceed();
                }
                throw new SecurityException("dead end");
            }
        };
    }

    private static @Nullable Object onOtherThread(InvocationContext context) {
        try (Callers<@Nullable Object> hop = Callers.start("hop", 1, number -> context.proceed())) {
            return hop.values().get(0);
        }
    }
}
