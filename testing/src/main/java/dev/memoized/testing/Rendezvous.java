package dev.memoized.testing;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A lock under which threads wait for each other, in bounded real time and with a failure that says what was seen. */
final class Rendezvous {
    /** More than any healthy machine needs. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Duration limit;

    Rendezvous(Duration limit) {
        this.limit = limit;
    }

    /** Reads what the lock guards. */
    <T> T read(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }

    /** Changes what the lock guards, and lets all who wait look at it. */
    void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a test: an interruption (a test's time-out) fails it. */
    void await(BooleanSupplier condition, Supplier<String> otherwise) {
        await(limit, condition, otherwise);
    }

    /** The same with another limit. */
    void await(Duration atMost, BooleanSupplier condition, Supplier<String> otherwise) {
        lock.lock();
        try {
            awaitUntil(end(atMost), atMost, condition, otherwise);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted; " + otherwise.get(), e);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for code under test: an interruption is left for that code to see. */
    void awaitUninterruptibly(BooleanSupplier condition, Supplier<String> otherwise) {
        boolean interrupted = false;
        long end = end(limit);
        lock.lock();
        try {
            while (true) {
                try {
                    awaitUntil(end, limit, condition, otherwise);
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void awaitUntil(long end, Duration atMost, BooleanSupplier condition, Supplier<String> otherwise)
            throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (changed.awaitNanos(end - System.nanoTime()) <= 0 && !condition.getAsBoolean()) {
                throw new AssertionError("after " + atMost.toMillis() + " ms: " + otherwise.get());
            }
        }
    }

    private static long end(Duration atMost) {
        return System.nanoTime() + atMost.toNanos();
    }
}
