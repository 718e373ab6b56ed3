package dev.memoized.impl.refresh;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/*
 * Concurrency: the lock guards the tickets and the future of the next idle moment; tasks, executor and dependants
 * of futures run outside of it.
 */
/** Hands renewals to an executor: each ticket once at a time, and no more together than its bound. Thread-safe. */
public final class RefreshQueue {
    private final Lock lock = new ReentrantLock();
    private final Map<Object, Long> tickets = new HashMap<>();
    private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);
    private final Executor executor;
    private final TimeSource time;
    private final int bound;
    private final long longest;

    /**
     * A queue in front of an executor.
     *
     * @param bound how many renewals may be queued or running
     * @param longest after this time a renewal is given up: another one of its ticket may be queued
     */
    public RefreshQueue(Executor executor, TimeSource time, int bound, Duration longest) {
        this.executor = executor;
        this.time = time;
        this.bound = bound;
        this.longest = longest.toNanos();
    }

    /**
     * Queues a task, unless its ticket is queued or running.
     *
     * @param ticket what the task renews
     * @param task its future ends with the renewal
     * @return false when there is no room or the executor refuses
     */
    public boolean offer(Object ticket, Supplier<CompletableFuture<?>> task) {
        long now = time.nanos();
        lock.lock();
        try {
            Long since = tickets.get(ticket);
            if (since != null && now - since <= longest) {
                return true;
            }
            if (tickets.size() >= bound) {
                tickets.values().removeIf(each -> now - each > longest);
            }
            if (tickets.size() >= bound) {
                return false;
            }
            if (idle.isDone()) {
                idle = new CompletableFuture<>();
            }
            tickets.put(ticket, now);
        } finally {
            lock.unlock();
        }
        return hand(ticket, now, task);
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

    private boolean hand(Object ticket, long since, Supplier<CompletableFuture<?>> task) {
        try {
            executor.execute(() -> run(ticket, since, task));
            return true;
        } catch (RuntimeException | Error refused) {
            done(ticket, since);
            return false;
        }
    }

    private void run(Object ticket, long since, Supplier<CompletableFuture<?>> task) {
        CompletableFuture<?> end = CompletableFuture.completedFuture(null);
        try {
            end = task.get();
        } finally {
            end.whenComplete((value, failure) -> done(ticket, since));
        }
    }

    private void done(Object ticket, long since) {
        CompletableFuture<Void> moment;
        lock.lock();
        try {
            tickets.remove(ticket, since);
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
