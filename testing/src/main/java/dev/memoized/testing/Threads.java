package dev.memoized.testing;

/** Those that fixtures have started. */
final class Threads {
    private Threads() {}

    /** Waits for the end of a thread that has been told to end. */
    static void awaitEnd(Thread thread) {
        try {
            thread.join(Rendezvous.LIMIT.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted; " + thread.getName() + " may live", stop);
        }
        if (thread.isAlive()) {
            throw new AssertionError("does not end: " + thread.getName());
        }
    }
}
