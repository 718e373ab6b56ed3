package dev.memoized.impl.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Calls a bean's method on the instance that is current on this thread. */
final class Contextuals {
    private final BeanManager manager;

    Contextuals(BeanManager manager) {
        this.manager = manager;
    }

    /** Calls the marked method through the bean's interceptors. */
    <T> void invoke(Bean<T> bean, Marker marker, List<@Nullable Object> arguments) {
        CreationalContext<T> creation = manager.createCreationalContext(bean);
        if (bean.getScope() != Dependent.class) {
            call(marker, manager.getContext(bean.getScope()).get(bean, creation), arguments);
            return;
        }
        T instance = bean.create(creation);
        Object result = null;
        try {
            result = call(marker, instance, arguments);
        } finally {
            if (result instanceof CompletionStage<?> stage) {
                stage.whenComplete((value, failure) -> bean.destroy(instance, creation));
            } else {
                bean.destroy(instance, creation);
            }
        }
    }

    private static @Nullable Object call(Marker marker, Object instance, List<@Nullable Object> arguments) {
        Method method = marker.method();
        try {
            method.setAccessible(true);
            return method.invoke(instance, arguments.toArray());
        } catch (InvocationTargetException brought) {
            marker.failedAround(brought.getTargetException());
            return null;
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
