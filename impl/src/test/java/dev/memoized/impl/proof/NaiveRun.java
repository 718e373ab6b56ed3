package dev.memoized.impl.proof;

import java.util.concurrent.CompletableFuture;

/** One computation of a {@link NaiveMemoizing}. Guarded by the lock of its memory, but for its end. */
final class NaiveRun {
    final Object key;
    final Object version;
    final long began;
    final Thread leader = Thread.currentThread();
    final CompletableFuture<End> end = new CompletableFuture<>();
    long asOf;
    boolean isVoid;

    NaiveRun(NaiveCall call, long began) {
        this.key = call.key();
        this.version = call.version();
        this.began = began;
    }

    /** How it ended. */
    sealed interface End {}

    record Value(Object value) implements End {}

    record Failure(Throwable failure) implements End {}

    record Again() implements End {}
}
