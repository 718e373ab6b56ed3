package dev.memoized.impl.observe;

import dev.memoized.Observed;
import dev.memoized.Outcome;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/*
 * Concurrency: `watched` is raised by the very thread that carries a watch, for as long as it does; so a thread that reads
 * zero carries none.
 */
/** The watches that threads carry while somebody observes what they call; a call carries its caller's to its end. */
public final class Watches {
    private final ThreadLocal<@Nullable Watch> current = new ThreadLocal<>();
    private final AtomicInteger watched = new AtomicInteger();

    /**
     * What runs with a watch, or without one.
     *
     * @param <R> what it returns
     * @param <X> what it throws
     */
    @FunctionalInterface
    public interface Body<R, X extends Throwable> {
        @Nullable
        R run() throws X;
    }

    /** The watch that this thread carries; while nobody observes, that costs no look at the thread. */
    public @Nullable Watch current() {
        return watched.get() == 0 ? null : current.get();
    }

    /** A call has ended that belongs to this thread's watch, if there is one. */
    public void tell(Outcome outcome, long ageNanos) {
        Watch watch = current();
        if (watch != null) {
            watch.tell(outcome, ageNanos);
        }
    }

    /** Goes on with the watch that a call began with, on any thread. */
    public void resume(@Nullable Watch watch, Runnable rest) {
        inside(watch, () -> {
            rest.run();
            return null;
        });
    }

    /** Runs a computation: the calls that it makes are not the observed one. */
    public <R, X extends Throwable> @Nullable R unwatched(Body<R, X> computation) throws X {
        return inside(null, computation);
    }

    /** See {@link dev.memoized.MemoizedMethods#observe}. */
    public <R> Observed<R> observe(Callable<R> call) throws Exception {
        Watch watch = new Watch(current());
        return watch.observed(inside(watch, call::call));
    }

    /** See {@link dev.memoized.MemoizedMethods#observeAsync}; what depends on its end is not observed by this watch. */
    public <R> CompletionStage<Observed<R>> observeAsync(Callable<? extends CompletionStage<R>> call) throws Exception {
        Watch outer = current();
        Watch watch = new Watch(outer);
        CompletionStage<R> stage = Objects.requireNonNull(inside(watch, call::call));
        CompletableFuture<Observed<R>> observer = new CompletableFuture<>();
        stage.whenComplete((value, failure) -> resume(outer, () -> watch.complete(observer, value, failure)));
        return observer;
    }

    private <R, X extends Throwable> @Nullable R inside(@Nullable Watch watch, Body<R, X> body) throws X {
        Watch before = current();
        if (watch == before) {
            return body.run();
        }
        watched.incrementAndGet();
        current.set(watch);
        try {
            return body.run();
        } finally {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
            watched.decrementAndGet();
        }
    }
}
