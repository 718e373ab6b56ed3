package dev.memoized.impl.backend;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One operation on a thread of the guard, which its caller may give up.
 *
 * @param <T> what it answers
 */
final class Errand<T extends @Nullable Object> implements Runnable {
    private final Callable<T> work;
    private final Runnable givenUp;
    private final Consumer<@Nullable T> late;
    private Consumer<Throwable> lateFailure = nobody -> {};
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread thread;

    /** One of which nothing stays when it is given up. */
    Errand(Callable<T> work) {
        this(work, () -> {}, nothing -> {});
    }

    /**
     * One that its caller must not forget.
     *
     * @param givenUp is run by the caller that gives it up while it is at the store
     * @param late is run after that, when the store has ended it, with its answer, null when it has failed
     */
    Errand(Callable<T> work, Runnable givenUp, Consumer<@Nullable T> late) {
        this.work = work;
        this.givenUp = givenUp;
        this.late = late;
    }

    /** Who is told of a failure that comes when nobody waits any longer: to be said before it is given to a thread. */
    void tellsLateFailure(Consumer<Throwable> told) {
        lateFailure = told;
    }

    CompletableFuture<T> answer() {
        return answer;
    }

    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        enter(Thread.currentThread());
        try {
            T value = work.call();
            enter(null);
            if (!answer.complete(value)) {
                late(value, null);
            }
        } catch (Throwable failure) { // whatever the store does, its caller must know
            enter(null);
            if (!answer.completeExceptionally(failure)) {
                late(null, failure);
            }
        }
    }

    private void late(@Nullable T value, @Nullable Throwable failure) {
        late.accept(value);
        if (failure != null) {
            lateFailure.accept(failure);
        }
    }

    private void enter(@Nullable Thread now) {
        lock.lock();
        try {
            thread = now;
        } finally {
            lock.unlock();
        }
    }

    /** Tells the store that nobody waits any longer. */
    void interrupt() {
        lock.lock();
        try {
            if (thread != null) {
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** It does not begin any more, or its answer is late, be it ever so near. */
    void giveUp() {
        if (begun.compareAndSet(false, true)) {
            answer.completeExceptionally(new TimeoutException());
            return;
        }
        givenUp.run();
        if (!answer.completeExceptionally(new TimeoutException())) {
            answer.whenComplete(this::late);
        }
    }
}
