package dev.memoized.it.helidon;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.ForbiddenException;

/** Asks for the role, outside of memoizing. */
@ForReaders
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class ReadersOnly {
    @Inject
    Request request;

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        if (!request.isOfReader()) {
            throw new ForbiddenException();
        }
        return call.proceed();
    }
}
