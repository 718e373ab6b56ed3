package dev.memoized.it.quarkus;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** An interceptor inside of ours, as transactions are. */
@Traced
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 200)
public class InnerInterceptor {
    private final Journal journal;

    InnerInterceptor(Journal journal) {
        this.journal = journal;
    }

    @AroundInvoke
    @Nullable
    Object trace(InvocationContext call) throws Exception {
        journal.add("inner in");
        Object result = call.proceed();
        journal.add("inner out");
        return result;
    }
}
