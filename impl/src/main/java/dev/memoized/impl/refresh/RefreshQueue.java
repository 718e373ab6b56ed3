package dev.memoized.impl.refresh;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/*
 * Concurrency: the lock guards the set of tickets and the future of the next idle moment; tasks, executor and dependants
 * of futures run outside of it.
 */
/** Hands renewals to an executor: each ticket once at a time, and no more together than its bound. Thread-safe. */
public final class RefreshQueue {
    private final Lock lock = new ReentrantLock();
    private final Set<Object> tickets = new HashSet<>();
    private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);
    private final Executor executor;
    private final TimeSource time;
    private final int bound;

    /**
     * A queue in front of an executor.
     *
     * @param bound how many renewals may be queued or running
     */
    public RefreshQueue(Executor executor, TimeSource time, int bound) {
        this.executor = executor;
        this.time = time;
        this.bound = bound;
    }

    /**
     * Queues a task, unless its ticket is queued or running.
     *
     * @param ticket what the task renews
     * @param task its future ends with the renewal
     * @return false when there is no room or the executor refuses
     */
    public boolean offer(Object ticket, Supplier<CompletableFuture<?>> task) {
        lock.lock();
        try {
            if (tickets.contains(ticket)) {
                return true;
            }
            if (tickets.size() >= bound) {
                return false;
            }
            if (tickets.isEmpty()) {
                idle = new CompletableFuture<>();
            }
            tickets.add(ticket);
        } finally {
            lock.unlock();
        }
        return hand(ticket, task);
    }

    /**
     * Waits until nothing is queued or running.
     *
     * @return false when the time was over before
     */
    public boolean awaitIdle(Duration atMost) throws InterruptedException {
        CompletableFuture<Void> moment;
        lock.lock();
        try {
            moment = idle;
        } finally {
            lock.unlock();
        }
        return time.await(moment, atMost);
    }

    private boolean hand(Object ticket, Supplier<CompletableFuture<?>> task) {
        try {
            executor.execute(() -> run(ticket, task));
            return true;
        } catch (RejectedExecutionException refused) {
            done(ticket);
            return false;
        }
    }

    private void run(Object ticket, Supplier<CompletableFuture<?>> task) {
        CompletableFuture<?> end = CompletableFuture.completedFuture(null);
        try {
            end = task.get();
        } finally {
            end.whenComplete((value, failure) -> done(ticket));
        }
    }

    private void done(Object ticket) {
        CompletableFuture<Void> moment;
        lock.lock();
        try {
            tickets.remove(ticket);
            if (!tickets.isEmpty()) {
                return;
            }
            moment = idle;
        } finally {
            lock.unlock();
        }
        moment.complete(null);
    }
}
