package dev.memoized.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * The clock of one JVM, and all that waits for it. Make another one a CDI bean to decide about time in tests.
 * Thread-safe.
 */
public interface TimeSource {

    /**
     * The machine's, for a backend that is made without one.
     *
     * @return without a thread of its own
     */
    static TimeSource ofMachine() {
        return new MachineTime();
    }

    /**
     * A reading that never goes back; only differences mean something.
     *
     * @return nanoseconds
     */
    long nanos();

    /**
     * The time of day, for people.
     *
     * @return now
     */
    Instant now();

    /**
     * Waits for a future's end.
     *
     * @param future any
     * @param atMost how long
     * @return whether it has ended, well or not
     * @throws InterruptedException when the waiting thread is interrupted
     */
    boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException;

    /**
     * Runs something later, on a thread of the clock.
     *
     * @param delay from now on
     * @param task may run dependants of a future, which may take long: must not delay other tasks
     * @return forgets the task; does nothing when it has run
     */
    Runnable after(Duration delay, Runnable task);
}
