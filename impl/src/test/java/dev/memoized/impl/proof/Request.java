package dev.memoized.impl.proof;

import dev.memoized.ContextValue;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** A request of these checks: a thread is in it while it runs inside of it. Containers hand such objects on when they end. */
final class Request {
    private static final ThreadLocal<Request> HERE = new ThreadLocal<>();

    private final Map<Class<?>, String> values = new ConcurrentHashMap<>();

    /** One of that tenant. */
    static Request of(String tenant) {
        return new Request().with(Tenant.class, tenant);
    }

    /** The one that this thread is in, or null. */
    static Request here() {
        return HERE.get();
    }

    /** What a computation reads; "none" where there is nothing. */
    static String read(Class<?> type) {
        String value = find(type);
        return value == null ? "none" : value;
    }

    private static String find(Class<?> type) {
        Request here = here();
        return here == null ? null : here.values.get(type);
    }

    Request with(Class<?> type, String value) {
        values.put(type, value);
        return this;
    }

    <R> R call(Callable<R> work) throws Exception {
        Request before = HERE.get();
        HERE.set(this);
        try {
            return work.call();
        } finally {
            if (before == null) {
                HERE.remove();
            } else {
                HERE.set(before);
            }
        }
    }

    void run(Runnable work) {
        try {
            call(() -> {
                work.run();
                return null;
            });
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception checked) {
            throw new AssertionError(checked);
        }
    }

    /** A value of the request. */
    abstract static class Value implements ContextValue<String> {
        @Override
        public final String name() {
            return getClass().getSimpleName();
        }

        @Override
        public String capture() {
            return find(getClass());
        }

        /** On a thread that is made for one computation, into a request that begins with it. */
        @Override
        public final void restore(String value) {
            if (here() == null) {
                HERE.set(new Request());
            }
            here().with(getClass(), value);
        }
    }

    /** Whose data it is. */
    public static final class Tenant extends Value {}

    /** In which language. */
    public static final class Language extends Value {}

    /** Cannot be had. */
    public static final class Broken extends Value {
        @Override
        public String capture() {
            throw new IllegalStateException("no idea");
        }
    }
}
