package dev.memoized.impl.engine;

import dev.memoized.spi.RequestStore;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Requests of a test: a thread is in one while it runs inside of it. */
public final class TestRequests implements RequestStore {
    private final ThreadLocal<ConcurrentMap<Object, Object>> running = new ThreadLocal<>();

    @Override
    public ConcurrentMap<Object, Object> current() {
        return running.get();
    }

    /** A new request that several threads may be in. */
    public static ConcurrentMap<Object, Object> begin() {
        return new ConcurrentHashMap<>();
    }

    /** Runs in a new request. */
    public <R> R in(Callable<R> task) throws Exception {
        return in(begin(), task);
    }

    /** Runs in that request. */
    public <R> R in(ConcurrentMap<Object, Object> request, Callable<R> task) throws Exception {
        ConcurrentMap<Object, Object> before = running.get();
        running.set(request);
        try {
            return task.call();
        } finally {
            if (before == null) {
                running.remove();
            } else {
                running.set(before);
            }
        }
    }
}
