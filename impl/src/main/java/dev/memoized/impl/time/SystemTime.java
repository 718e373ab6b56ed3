package dev.memoized.impl.time;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The machine's clock. One daemon thread waits for what is to run later and others run it, so that a task that takes long
 * delays no other; they end when there is nothing to do.
 */
public final class SystemTime implements TimeSource, AutoCloseable {
    private static final int HANDS_AT_MOST = 64;

    private final ScheduledThreadPoolExecutor timer;
    private final ThreadPoolExecutor hands;

    /** A clock without thread yet. */
    public SystemTime() {
        timer = new ScheduledThreadPoolExecutor(1, daemons("memoized-timer"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        hands = new ThreadPoolExecutor(
                0,
                HANDS_AT_MOST,
                10,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                daemons("memoized-time-out"),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    private static ThreadFactory daemons(String name) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return task -> {
            Thread thread = new Thread(null, task, name, 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            return thread;
        };
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException {
        try {
            future.get(saturated(atMost), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | CancellationException ended) {
            return true;
        } catch (TimeoutException late) {
            return false;
        }
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        try {
            ScheduledFuture<?> scheduled =
                    timer.schedule(() -> hands.execute(task), saturated(delay), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    private static long saturated(Duration duration) {
        return duration.isNegative() ? 0 : TimeUnit.NANOSECONDS.convert(duration);
    }

    /** Forgets what was to run later; a second call does nothing. */
    @Override
    public void close() {
        timer.shutdownNow();
        hands.shutdownNow();
    }
}
