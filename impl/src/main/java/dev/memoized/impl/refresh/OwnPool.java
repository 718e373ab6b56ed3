package dev.memoized.impl.refresh;

import dev.memoized.spi.RefreshExecutor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A few daemon threads for renewals, where nobody hands in an executor; more of them where they are virtual. They end after
 * a minute without work, and at {@link #close}.
 */
public final class OwnPool implements RefreshExecutor, AutoCloseable {
    private static final int PLATFORM_THREADS =
            Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));
    private static final int VIRTUAL_THREADS = 64;

    private final ThreadPoolExecutor pool;

    /** A pool without threads yet. */
    public OwnPool() {
        int threads = DaemonThreads.areVirtual() ? VIRTUAL_THREADS : PLATFORM_THREADS;
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                new DaemonThreads("memoized-refresh-"));
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /** Refuses further tasks, forgets the queued ones and interrupts the running ones. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
