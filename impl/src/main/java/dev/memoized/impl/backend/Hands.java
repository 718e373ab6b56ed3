package dev.memoized.impl.backend;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads for operations that may hang: a bounded number of them, with a bounded number that wait for a thread. */
final class Hands implements AutoCloseable {
    static final int AT_MOST = 64;
    static final int WAITING_AT_MOST = 1_000;

    private final ThreadPoolExecutor threads;

    /** None yet; they end when there is nothing to do. */
    Hands(String name) {
        threads = new ThreadPoolExecutor(
                AT_MOST, AT_MOST, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING_AT_MOST), daemons(name));
        threads.allowCoreThreadTimeOut(true);
    }

    private static ThreadFactory daemons(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(null, task, name + "-" + number.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        };
    }

    /** False when there are too many, or no more are taken. */
    boolean take(Errand<?> errand) {
        try {
            threads.execute(errand);
            return true;
        } catch (RejectedExecutionException full) {
            return false;
        }
    }

    /** The caller does not wait any longer. */
    void giveUp(Errand<?> errand) {
        errand.giveUp();
        threads.remove(errand);
    }

    /** Interrupts what is under way, and ends what waits for a thread. A second call does nothing. */
    @Override
    public void close() {
        threads.shutdownNow().forEach(task -> ((Errand<?>) task).giveUp());
    }

    boolean isClosed() {
        return threads.isShutdown();
    }

    /** How many threads there are. */
    int count() {
        return threads.getPoolSize();
    }
}
