package dev.memoized;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The memoized methods of this application, by program: {@code @Inject MemoizedMethods memoized}. Thread-safe. */
public interface MemoizedMethods {

    /**
     * All memoized methods, whether they were called or not.
     *
     * @return in the order of their names
     */
    List<MethodDescription> methods();

    /**
     * The handle of what is remembered of a call. The call is made through the bean's proxy and recorded: interceptors before
     * memoizing run, the method and interceptors after it never do. The recorded call returns null, or zero or false.
     *
     * <p>Context values are captured now; one that is not there can be given by {@link MemoizedEntry#with}.
     *
     * @param call calls one memoized method on this thread, and returns its result as it is. An exception that comes before
     *     that is passed on unchanged
     * @param <R> the type of the result
     * @return a handle
     * @throws EntryException when the call called no memoized method, several ones, one that returns a stage, or made use of the
     *     result; and when no key can be made
     */
    <R> MemoizedEntry<R> entry(Callable<R> call);

    /**
     * The same for a method that returns a stage.
     *
     * @param call see {@link #entry(Callable)}
     * @param <R> the type of the stage's value
     * @return a handle of the value
     * @throws EntryException see {@link #entry(Callable)}
     */
    <R> MemoizedEntry<R> entryAsync(Callable<? extends CompletionStage<R>> call);

    /**
     * The same without a call: for administration.
     *
     * @param name of the method's namespace: see {@link #methods()}
     * @param arguments all of the method, in order, each of the very type: {@code 1L} for a {@code long}
     * @return a handle
     * @throws EntryException when there is no such method, or these cannot be its arguments
     */
    MemoizedEntry<Object> entry(String name, @Nullable Object... arguments);

    /**
     * Drops all that is remembered of a namespace, in time that does not depend on how much that is, and voids its computations
     * that are under way.
     *
     * @param name see {@link #methods()}
     * @throws EntryException when no method has that name
     */
    void clear(String name);

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

    /**
     * What was asked of the store of a namespace.
     *
     * @param name see {@link Memoized#name}
     * @return all zero when no method of that name was called yet
     */
    Counters counters(String name);

    /**
     * What stands in the way of a namespace's renewals.
     *
     * @param name see {@link Memoized#name}
     * @return no keys when all is well, or no method of that name was called yet
     */
    RefreshFailures failures(String name);

    /**
     * Works without the cache: each memoized call that the work makes on this thread computes, reads nothing and stores
     * nothing; those that its computations make there, too. Not concerned are renewals, isolated computations and what
     * stages do on other threads. Of nested decisions the innermost holds.
     *
     * @param work calls memoized methods
     * @param <R> the type of the result
     * @return what the work returns
     * @throws Exception what the work throws
     */
    <R> R bypassing(Callable<R> work) throws Exception;

    /**
     * Works with fresh values: the first memoized call of each key that the work makes on this thread computes and stores,
     * whatever is remembered; those that its computations make there, too. A computation of that key that is under way is
     * given up: those who wait for it look again. A failure is thrown, and what was remembered stays. Bounds as in
     * {@link #bypassing}.
     *
     * @param work calls memoized methods
     * @param <R> the type of the result
     * @return what the work returns
     * @throws Exception what the work throws
     */
    <R> R renewing(Callable<R> work) throws Exception;

    /**
     * Decides the same for all memoized calls of the request that is active on this thread, until it ends or this is
     * called again. Where {@link #bypassing} or {@link #renewing} decide too, these hold.
     *
     * @param use from now on
     * @throws MemoizedException when no request is active
     */
    void useInRequest(CacheUse use);
}
