package dev.memoized.impl.cdi;

import dev.memoized.Memoized;
import jakarta.enterprise.inject.Intercepted;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/**
 * Where a call comes in, one for each instance of a bean. Serializable, so that it can go to sleep with the bean, without what
 * is kept for the instance; its priority is set by the extensions.
 */
@Memoized
@Interceptor
public class MemoizedInterceptor implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private @Nullable String beanId;

    @SuppressWarnings("serial") // the container's proxy, which is serializable
    private @Nullable MemoizedApplication application;

    private transient volatile @Nullable BeanDoor door;

    @Inject
    void serve(@Intercepted @Nullable Bean<?> bean, MemoizedApplication application) {
        this.application = application;
        if (bean == null) {
            return;
        }
        this.beanId = PassiveBeans.idOf(bean);
        this.door = application.doorOf(bean);
    }

    /** Answers the call, by the engine or by the method. */
    @AroundInvoke
    public @Nullable Object remember(InvocationContext call) throws Exception {
        BeanDoor awake = door;
        if (awake == null && beanId == null) {
            return call.proceed(); // an instance that is no bean
        }
        return (awake == null ? wake() : awake).answer(call);
    }

    private BeanDoor wake() {
        MemoizedApplication found = Objects.requireNonNull(application);
        return first(found.doorOf(Objects.requireNonNull(beanId)), found.waking());
    }

    /** Several threads may wake it; what is kept for the instance is kept by one door. */
    private BeanDoor first(BeanDoor made, Lock waking) {
        waking.lock();
        try {
            BeanDoor other = door;
            if (other == null) {
                door = made;
            }
            return other == null ? made : other;
        } finally {
            waking.unlock();
        }
    }
}
