package dev.memoized.impl.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A bean that some containers have for the request. It is asked anew each time, as not all of them give a proxy. */
final class RequestBean<T> {
    private final Instance<T> beans;
    private final boolean isThere;

    RequestBean(Instance<T> beans) {
        this.beans = beans;
        this.isThere = beans.isResolvable();
    }

    /** What it says; null without such a bean, and outside of its requests, which containers tell each in its own way. */
    @Nullable
    String ask(Function<T, @Nullable String> question) {
        if (!isThere) {
            return null;
        }
        try {
            return ask(beans.getHandle(), question);
        } catch (RuntimeException noRequest) {
            return null;
        }
    }

    private static <T> @Nullable String ask(Instance.Handle<T> handle, Function<T, @Nullable String> question) {
        T bean = handle.get();
        try {
            return question.apply(bean);
        } finally {
            if (handle.getBean().getScope() == Dependent.class) {
                handle.destroy();
            }
        }
    }
}
