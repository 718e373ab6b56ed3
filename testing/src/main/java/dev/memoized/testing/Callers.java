package dev.memoized.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Threads that were started at one moment, and what became of them.
 *
 * @param <T> what each of them returns
 */
public final class Callers<T extends @Nullable Object> implements AutoCloseable {
    private final List<Caller<T>> callers;
    private final Duration limit;

    private Callers(List<Caller<T>> callers, Duration limit) {
        this.callers = callers;
        this.limit = limit;
    }

    /**
     * What a caller does.
     *
     * @param <T> what it returns
     */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {

        /**
         * Is run once on each thread.
         *
         * @param number of the thread, from zero
         * @return anything
         * @throws Exception is kept
         */
        T call(int number) throws Exception;
    }

    /**
     * How a caller ended.
     *
     * @param thread its name
     * @param value what it returned, null when it failed
     * @param failure what it threw, or null
     * @param <T> what callers return
     */
    public record Result<T extends @Nullable Object>(String thread, @Nullable T value, @Nullable Throwable failure) {}

    /**
     * Starts threads, and lets them go when all of them run.
     *
     * @param count how many
     * @param work of each
     * @return these threads
     * @param <T> what each of them returns
     */
    public static <T extends @Nullable Object> Callers<T> start(int count, Work<T> work) {
        return start("caller", count, work);
    }

    /**
     * Starts threads with a name, and lets them go when all of them run.
     *
     * @param name of the threads; a dash and the thread's number follow
     * @param count how many
     * @param work of each
     * @return these threads
     * @param <T> what each of them returns
     */
    public static <T extends @Nullable Object> Callers<T> start(String name, int count, Work<T> work) {
        return start(name, count, work, Rendezvous.LIMIT);
    }

    static <T extends @Nullable Object> Callers<T> start(String name, int count, Work<T> work, Duration limit) {
        CountDownLatch start = new CountDownLatch(count);
        List<Caller<T>> callers = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            int its = number;
            callers.add(new Caller<>(name + "-" + number, () -> {
                start.countDown();
                start.await();
                return work.call(its);
            }));
        }
        callers.forEach(caller -> caller.thread.start());
        return new Callers<>(callers, limit);
    }

    /**
     * Waits for the end of all callers.
     *
     * @return how each of them ended, by number
     */
    public List<Result<T>> results() {
        long end = System.nanoTime() + limit.toNanos();
        return callers.stream().map(caller -> result(caller, end)).toList();
    }

    private Result<T> result(Caller<T> caller, long end) {
        String name = caller.thread.getName();
        try {
            return new Result<>(name, caller.task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS), null);
        } catch (ExecutionException e) {
            return new Result<>(name, null, e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError(
                    alive() + " of " + callers.size() + " callers still run after " + limit.toMillis() + " ms\n"
                            + dump(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + alive() + " callers still run\n" + dump(), e);
        }
    }

    /**
     * Waits for the end of all callers, and fails when one has thrown: with its exception if that is unchecked.
     *
     * @return what each of them returned, by number; an element may be null
     */
    public List<T> values() {
        List<Result<T>> results = results();
        results.forEach(Callers::rethrow);
        List<T> values = new ArrayList<>();
        results.forEach(result -> values.add(valueOf(result)));
        return values;
    }

    @SuppressWarnings("NullAway") // null only where T is nullable: the caller has not failed
    private static <T extends @Nullable Object> T valueOf(Result<T> result) {
        return result.value();
    }

    private static void rethrow(Result<?> result) {
        if (result.failure() instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (result.failure() instanceof Error error) {
            throw error;
        }
        if (result.failure() != null) {
            throw new AssertionError(result.thread() + " failed", result.failure());
        }
    }

    /**
     * Waits for the end of all callers.
     *
     * @return what was thrown, by number; shorter than the callers when some returned
     */
    public List<Throwable> failures() {
        return results().stream()
                .flatMap(result -> Stream.ofNullable(result.failure()))
                .toList();
    }

    /**
     * A caller's thread.
     *
     * @param number of the thread, from zero
     * @return to be interrupted, say
     */
    public Thread thread(int number) {
        return callers.get(number).thread;
    }

    /**
     * How many callers have not ended.
     *
     * @return zero or more
     */
    public int alive() {
        return (int) callers.stream().filter(caller -> !caller.task.isDone()).count();
    }

    /** Interrupts those that still run. */
    @Override
    public void close() {
        callers.stream().filter(caller -> !caller.task.isDone()).forEach(caller -> caller.thread.interrupt());
    }

    private static String dump() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> !each.getKey().equals(Thread.currentThread()))
                .map(Callers::dump)
                .collect(Collectors.joining("\n"));
    }

    private static String dump(Map.Entry<Thread, StackTraceElement[]> each) {
        Thread thread = each.getKey();
        return IntStream.range(0, each.getValue().length)
                .mapToObj(depth -> "\n    at " + each.getValue()[depth])
                .collect(Collectors.joining("", thread.getName() + " (" + thread.getState() + ")", ""));
    }

    private static final class Caller<T extends @Nullable Object> {
        private final FutureTask<T> task;
        private final Thread thread;

        Caller(String name, Callable<T> work) {
            task = new FutureTask<>(work);
            thread = new Thread(task, name);
            thread.setDaemon(true);
        }
    }
}
