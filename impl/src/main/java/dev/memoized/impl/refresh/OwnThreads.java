package dev.memoized.impl.refresh;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * A new daemon thread for each task, virtual where the JVM has them: nothing that an earlier task left on a thread is seen
 * by a later one. Somebody waits for each task, so there are no more of them than callers, and no queue.
 */
public final class OwnThreads implements AutoCloseable {
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private final DaemonThreads threads;
    private final Semaphore room;
    private final int atMost;
    private volatile boolean closed;

    /**
     * No thread yet.
     *
     * @param atMost how many there may be at once
     */
    public OwnThreads(String prefix, int atMost) {
        this.threads = new DaemonThreads(prefix);
        this.room = new Semaphore(atMost);
        this.atMost = atMost;
    }

    public int atMost() {
        return atMost;
    }

    /**
     * Runs a task.
     *
     * @return the thread that runs it
     * @throws RejectedExecutionException when there are too many, or after {@link #close}
     */
    public Thread start(Runnable task) {
        if (closed || !room.tryAcquire()) {
            throw new RejectedExecutionException();
        }
        Thread thread = threads.newThread(() -> {
            try {
                task.run();
            } finally {
                ended(Thread.currentThread());
            }
        });
        running.add(thread);
        try {
            thread.start();
        } catch (OutOfMemoryError noMore) {
            ended(thread);
            throw new RejectedExecutionException(noMore);
        }
        if (closed) {
            thread.interrupt();
        }
        return thread;
    }

    private void ended(Thread thread) {
        running.remove(thread);
        room.release();
    }

    /** Refuses further tasks and interrupts the running ones. */
    @Override
    public void close() {
        closed = true;
        running.forEach(Thread::interrupt);
    }
}
