package dev.memoized.impl.service;

import dev.memoized.BackendException;
import dev.memoized.impl.log.RuntimeMessage;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs operations that nobody waits for: so many at a time, each in the place of its caller, and none that is begun is left
 * without an end. Thread-safe.
 */
public final class Later implements AutoCloseable {
    static final int AT_MOST = 1_000;

    /*
     * Concurrency: who adds a stage looks for the end after it, and who ends looks at all stages after that, so that one of
     * both sees the other.
     */
    private final Set<CompletableFuture<?>> running = ConcurrentHashMap.newKeySet();
    private final Executor executor;
    private final UnaryOperator<Runnable> inPlace;
    private volatile boolean closed;

    /**
     * None yet.
     *
     * @param executor may refuse
     * @param inPlace makes a task run as if it were where it is made
     */
    public Later(Executor executor, UnaryOperator<Runnable> inPlace) {
        this.executor = executor;
        this.inPlace = inPlace;
    }

    /**
     * Runs an operation.
     *
     * @param name of its namespace, for messages
     * @return fails with {@link BackendException} when nobody can run it, or the application ends
     */
    @SuppressWarnings("CollectionUndefinedEquality") // each is itself
    <T extends @Nullable Object> CompletionStage<T> run(String name, Callable<T> operation) {
        CompletableFuture<T> end = new CompletableFuture<>();
        if (running.size() >= AT_MOST) {
            end.completeExceptionally(refused(name, null));
            return end;
        }
        running.add(end);
        end.whenComplete((value, failure) -> running.remove(end));
        try {
            executor.execute(inPlace.apply(() -> end(end, operation)));
        } catch (RejectedExecutionException full) {
            end.completeExceptionally(refused(name, full));
        }
        if (closed) {
            end.completeExceptionally(closing());
        }
        return end;
    }

    /** Runs it here. */
    static <T extends @Nullable Object> CompletionStage<T> now(Callable<T> operation) {
        CompletableFuture<T> end = new CompletableFuture<>();
        end(end, operation);
        return end;
    }

    private static <T extends @Nullable Object> void end(CompletableFuture<T> end, Callable<T> operation) {
        try {
            end.complete(operation.call());
        } catch (Throwable failure) { // whatever it is, the stage must know
            end.completeExceptionally(failure);
        }
    }

    private static BackendException refused(String name, @Nullable Throwable cause) {
        return new BackendException(RuntimeMessage.ASYNC_REJECTED.text(name), cause);
    }

    private static BackendException closing() {
        return new BackendException(RuntimeMessage.CLOSING.text(), null);
    }

    /** Ends what has not ended: the executor may have forgotten it. A second call does nothing. */
    @Override
    public void close() {
        closed = true;
        running.forEach(each -> each.completeExceptionally(closing()));
    }
}
