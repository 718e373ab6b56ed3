package dev.memoized.impl.observe;

import dev.memoized.Observed;
import dev.memoized.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Remembers how the last call ended that was made while somebody observed. Thread-safe. */
public final class Watch {
    private final @Nullable Watch outer;
    private volatile @Nullable End last;

    /**
     * Begins.
     *
     * @param outer who observes the observer
     */
    Watch(@Nullable Watch outer) {
        this.outer = outer;
    }

    void tell(Outcome outcome, long ageNanos) {
        last = new End(outcome, ageNanos);
        if (outer != null) {
            outer.tell(outcome, ageNanos);
        }
    }

    /**
     * What was observed.
     *
     * @throws NothingObservedException when no call has ended yet
     */
    <R> Observed<R> observed(@Nullable R value) {
        End end = last;
        if (end == null) {
            throw new NothingObservedException();
        }
        return new Observed<>(value, end.outcome(), Duration.ofNanos(Math.max(0, end.ageNanos())));
    }

    /** Ends an observer's stage as the call's stage ended. */
    <R> void complete(CompletableFuture<Observed<R>> observer, @Nullable R value, @Nullable Throwable failure) {
        if (failure != null) {
            observer.completeExceptionally(failure);
        } else if (last == null) {
            observer.completeExceptionally(new NothingObservedException());
        } else {
            observer.complete(observed(value));
        }
    }

    private record End(Outcome outcome, long ageNanos) {}
}
