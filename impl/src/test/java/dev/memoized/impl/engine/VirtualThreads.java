package dev.memoized.impl.engine;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Virtual threads by reflection: tests too are compiled for JDK 17. */
final class VirtualThreads {
    private static final long LIMIT_SECONDS = 60;

    private VirtualThreads() {}

    /** The same work on so many of them. */
    static List<FutureTask<Object>> start(int count, Work work) {
        return IntStream.range(0, count)
                .mapToObj(number -> start(() -> work.of(number)))
                .toList();
    }

    /** Of one thread. */
    @FunctionalInterface
    interface Work {
        Object of(int number) throws Exception;
    }

    static FutureTask<Object> start(Callable<Object> work) {
        FutureTask<Object> task = new FutureTask<>(work);
        try {
            Method start = Thread.class.getMethod("startVirtualThread", Runnable.class);
            start.invoke(null, task);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("this JVM has no virtual threads", e);
        }
        return task;
    }

    static List<Object> values(List<FutureTask<Object>> tasks) throws Exception {
        List<Object> values = new ArrayList<>();
        for (FutureTask<Object> task : tasks) {
            values.add(task.get(LIMIT_SECONDS, TimeUnit.SECONDS));
        }
        return values;
    }
}
