package dev.memoized.impl.cdi;

import java.util.concurrent.Executor;

/**
 * An executor that answers for its tasks being in no caller's request: each is in none, or in an empty one that is made
 * for it and destroyed behind it, which is how Quarkus clears a request.
 */
record ClearedExecutor(Executor executor) implements Executor {
    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }
}
