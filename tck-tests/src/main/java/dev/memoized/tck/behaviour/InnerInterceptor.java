package dev.memoized.tck.behaviour;

import dev.memoized.tck.Journal;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** An interceptor inside of ours, as transactions are. */
@Inner
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class InnerInterceptor {
    @Inject
    Journal journal;

    @AroundInvoke
    @Nullable
    Object around(InvocationContext context) throws Exception {
        journal.add("inner in");
        try {
            return context.proceed();
        } finally {
            journal.add("inner out");
        }
    }
}
