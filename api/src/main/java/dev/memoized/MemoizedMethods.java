package dev.memoized;

import java.time.Duration;

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
}
