package dev.memoized.impl.engine;

import dev.memoized.ContextValue;
import java.util.concurrent.Callable;

/** The tenant of the thread. */
public final class Tenant implements ContextValue<String> {
    private static final ThreadLocal<String> HERE = new ThreadLocal<>();

    /** Calls for a tenant. */
    static <T> T as(String tenant, Callable<T> call) throws Exception {
        HERE.set(tenant);
        try {
            return call.call();
        } finally {
            HERE.remove();
        }
    }

    static String here() {
        return HERE.get();
    }

    @Override
    public String name() {
        return "tenant";
    }

    @Override
    public String capture() {
        return HERE.get();
    }

    @Override
    public void restore(String tenant) {
        HERE.set(tenant);
    }
}
