package dev.memoized;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/** The memoized methods of this application, by program: {@code @Inject MemoizedMethods memoized}. Thread-safe. */
public interface MemoizedMethods {

    /**
     * Waits until no renewal is queued or running: for tests and before a shutdown. Never call it from a memoized
     * method.
     *
     * @param atMost how long
     * @return false when some were still under way at the end
     * @throws InterruptedException when the waiting thread is interrupted
     */
    boolean awaitRefreshes(Duration atMost) throws InterruptedException;

    /**
     * Makes a memoized call and tells how it ended.
     *
     * @param call calls one memoized method, on this thread; of several calls the last one that ends is told
     * @param <R> the type of the result
     * @return value, outcome and age
     * @throws Exception what the call throws
     * @throws MemoizedException when it called no memoized method, or one whose stage has not completed yet
     */
    <R> Observed<R> observe(Callable<R> call) throws Exception;

    /**
     * The same for a method that returns a stage.
     *
     * @param call calls one memoized method, on this thread
     * @param <R> the type of the stage's result
     * @return a stage that completes as the call's does
     * @throws Exception what the call throws on this thread
     */
    <R> CompletionStage<Observed<R>> observeAsync(Callable<? extends CompletionStage<R>> call) throws Exception;

    /**
     * How the calls of a namespace have ended.
     *
     * @param name see {@link Memoized#name}
     * @return all zero when no method of that name was called yet
     */
    CallCounts counts(String name);

    /**
     * How all calls have ended.
     *
     * @return one for each namespace that was opened, in the order of their names
     */
    List<CallCounts> counts();
}
