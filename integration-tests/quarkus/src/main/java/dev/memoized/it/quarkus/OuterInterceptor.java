package dev.memoized.it.quarkus;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** An interceptor outside of ours, as security is. */
@Traced
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class OuterInterceptor {
    private final Journal journal;

    OuterInterceptor(Journal journal) {
        this.journal = journal;
    }

    @AroundInvoke
    @Nullable
    Object trace(InvocationContext call) throws Exception {
        journal.add("outer in");
        Object result = call.proceed();
        journal.add("outer out");
        return result;
    }
}
