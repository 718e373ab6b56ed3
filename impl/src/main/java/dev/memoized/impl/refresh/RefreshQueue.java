package dev.memoized.impl.refresh;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/*
 * Concurrency: the lock guards the tickets and the future of the next idle moment; tasks, executor and dependants
 * of futures run outside of it.
 */
/**
 * Hands renewals to an executor: each ticket once at a time, and no more together than its bound. Thread-safe.
 *
 * @param <T> how a renewal ends
 */
public final class RefreshQueue<T> implements AutoCloseable {
    private final Lock lock = new ReentrantLock();
    private final Map<Object, Renewal<T>> renewals = new HashMap<>();
    private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);
    private boolean closed;
    private final Executor executor;
    private final TimeSource time;
    private final int bound;
    private final T nothing;
    private final T closing;

    /**
     * A queue in front of an executor.
     *
     * @param bound how many renewals may be queued or running
     * @param nothing how a renewal ends that does not run to its end
     * @param closing how one ends that is forgotten at the end of all
     */
    public RefreshQueue(Executor executor, TimeSource time, int bound, T nothing, T closing) {
        this.executor = executor;
        this.time = time;
        this.bound = bound;
        this.nothing = nothing;
        this.closing = closing;
    }

    /**
     * What renews.
     *
     * @param <T> how it ends
     */
    @FunctionalInterface
    public interface Task<T> {

        /** Runs it; its future ends with the renewal. */
        CompletableFuture<? extends T> run();

        /** Whether what it brings is not for those who come now: another one of its ticket may be queued. */
        default boolean isDetached() {
            return false;
        }
    }

    private record Renewal<T>(long since, long longest, Task<T> task, CompletableFuture<T> end) {
        boolean isGivenUp(long now) {
            return now - since > longest;
        }
    }

    /**
     * Queues a task, unless its ticket is queued or running.
     *
     * @param ticket what the task renews
     * @param longest after this time a renewal is given up: another one of its ticket may be queued
     * @param task runs on the executor
     * @return the end of the ticket's renewal; null when there is no room or the executor refuses
     */
    public @Nullable CompletableFuture<T> offer(Object ticket, Duration longest, Task<T> task) {
        long now = time.nanos();
        Renewal<T> detached = detached(ticket);
        Renewal<T> renewal = new Renewal<>(now, longest.toNanos(), task, new CompletableFuture<>());
        lock.lock();
        try {
            Renewal<T> other = renewals.get(ticket);
            if (other != null && !other.equals(detached) && !other.isGivenUp(now)) {
                return other.end();
            }
            if (renewals.size() >= bound) {
                renewals.values().removeIf(each -> each.isGivenUp(now));
            }
            if (closed || renewals.size() >= bound) {
                return null;
            }
            if (idle.isDone()) {
                idle = new CompletableFuture<>();
            }
            renewals.put(ticket, renewal);
        } finally {
            lock.unlock();
        }
        return hand(ticket, renewal) ? renewal.end() : null;
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

    /** How many renewals are queued or running. */
    public int size() {
        lock.lock();
        try {
            return renewals.size();
        } finally {
            lock.unlock();
        }
    }

    /** Asked outside of the lock, as a store is. */
    private @Nullable Renewal<T> detached(Object ticket) {
        Renewal<T> known;
        lock.lock();
        try {
            known = renewals.get(ticket);
        } finally {
            lock.unlock();
        }
        return known != null && known.task().isDetached() ? known : null;
    }

    private boolean hand(Object ticket, Renewal<T> renewal) {
        try {
            executor.execute(() -> run(ticket, renewal));
            return true;
        } catch (RuntimeException | Error refused) {
            done(ticket, renewal, nothing);
            return false;
        }
    }

    private void run(Object ticket, Renewal<T> renewal) {
        if (renewal.end().isDone()) {
            return; // closed meanwhile
        }
        CompletableFuture<? extends T> end = null;
        try {
            end = renewal.task().run();
        } finally {
            if (end == null) {
                done(ticket, renewal, nothing);
            } else {
                end.whenComplete((value, failure) -> done(ticket, renewal, value == null ? nothing : value));
            }
        }
    }

    private void done(Object ticket, Renewal<T> renewal, T how) {
        CompletableFuture<Void> moment = null;
        lock.lock();
        try {
            renewals.remove(ticket, renewal);
            if (renewals.isEmpty()) {
                moment = idle;
            }
        } finally {
            lock.unlock();
        }
        renewal.end().complete(how);
        if (moment != null) {
            moment.complete(null);
        }
    }

    /** Takes nothing any more and forgets what is queued; what runs goes on, and nobody waits for it. */
    @Override
    public void close() {
        List<Renewal<T>> forgotten;
        CompletableFuture<Void> moment;
        lock.lock();
        try {
            closed = true;
            forgotten = List.copyOf(renewals.values());
            renewals.clear();
            moment = idle;
        } finally {
            lock.unlock();
        }
        forgotten.forEach(each -> each.end().complete(closing));
        moment.complete(null);
    }
}
