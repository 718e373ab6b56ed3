package dev.memoized.benchmarks;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** What any interceptor costs on this container: below it nobody can be. */
@Empty
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class EmptyInterceptor {

    @AroundInvoke
    @Nullable
    Object pass(InvocationContext call) throws Exception {
        return call.proceed();
    }
}
