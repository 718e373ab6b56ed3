package dev.memoized.testing;

import dev.memoized.spi.RefreshExecutor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Keeps what it is given until a test runs it. Thread-safe. */
public final class HandExecutor implements RefreshExecutor {
    private final Rendezvous rendezvous;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private boolean refusing;
    private int refused;

    /** An executor that takes everything. */
    public HandExecutor() {
        this(Rendezvous.LIMIT);
    }

    HandExecutor(Duration limit) {
        this.rendezvous = new Rendezvous(limit);
    }

    @Override
    public void execute(Runnable task) {
        boolean taken = rendezvous.read(() -> {
            refused += refusing ? 1 : 0;
            return !refusing;
        });
        if (!taken) {
            throw new RejectedExecutionException("the test refuses tasks");
        }
        rendezvous.change(() -> tasks.add(task));
    }

    /**
     * Decides whether it takes tasks; those that it has stay.
     *
     * @param refuse true: {@link RejectedExecutionException} from now on
     */
    public void refuse(boolean refuse) {
        rendezvous.change(() -> refusing = refuse);
    }

    /**
     * How many tasks were refused.
     *
     * @return zero or more
     */
    public int refused() {
        return rendezvous.read(() -> refused);
    }

    /**
     * How many tasks wait to be run.
     *
     * @return zero or more
     */
    public int size() {
        return rendezvous.read(tasks::size);
    }

    /**
     * Blocks until so many tasks wait to be run.
     *
     * @param count at least this many
     */
    public void awaitSize(int count) {
        rendezvous.await(() -> tasks.size() >= count, () -> tasks.size() + " of " + count + " tasks were handed over");
    }

    /** Forgets all tasks, and takes new ones again. */
    public void clear() {
        rendezvous.change(() -> {
            tasks.clear();
            refusing = false;
        });
    }

    /**
     * Runs the oldest task on this thread; what it throws is thrown.
     *
     * @return false when there was none
     */
    public boolean runNext() {
        Runnable task = next();
        if (task == null) {
            return false;
        }
        task.run();
        return true;
    }

    /**
     * Runs the oldest task on a new thread, which knows nothing of this one's request, transaction or thread-locals, and
     * waits for its end; what it throws is thrown.
     *
     * @return false when there was none
     */
    public boolean runNextOnNewThread() {
        Runnable task = next();
        if (task == null) {
            return false;
        }
        try (Callers<Boolean> caller = Callers.start("hand-executor", 1, number -> {
            task.run();
            return true;
        })) {
            return caller.values().get(0);
        }
    }

    /**
     * Runs all tasks on this thread, also those that come meanwhile.
     *
     * @return how many
     */
    public int runAll() {
        return count(this::runNext);
    }

    /**
     * Runs all tasks, also those that come meanwhile, one after the other, each on a new thread.
     *
     * @return how many
     */
    public int runAllOnNewThreads() {
        return count(this::runNextOnNewThread);
    }

    private static int count(BooleanSupplier step) {
        int count = 0;
        while (step.getAsBoolean()) {
            count++;
        }
        return count;
    }

    private @Nullable Runnable next() {
        return rendezvous.read(tasks::poll);
    }
}
