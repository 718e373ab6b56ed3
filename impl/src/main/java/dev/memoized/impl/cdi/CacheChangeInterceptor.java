package dev.memoized.impl.cdi;

import dev.memoized.CacheChange;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Intercepted;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where methods come in whose success changes the cache. Inside of transactions, so that the one which is active here is the
 * one that the method has worked in. Serializable, so that it can go to sleep with its bean.
 */
@CacheChange
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 210)
public class CacheChangeInterceptor implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private @Nullable Class<?> beanClass;

    @SuppressWarnings("serial") // the container's proxy, which is serializable
    private @Nullable MemoizedApplication application;

    @Inject
    void serve(@Intercepted @Nullable Bean<?> bean, MemoizedApplication theApplication) {
        beanClass = bean == null ? null : bean.getBeanClass();
        application = theApplication;
    }

    /** Runs the method, and then changes what it says. */
    @AroundInvoke
    public @Nullable Object change(InvocationContext call) throws Exception {
        Class<?> type = beanClass == null ? call.getMethod().getDeclaringClass() : beanClass;
        return Objects.requireNonNull(application)
                .changesOf(type, call.getMethod())
                .around(call);
    }
}
