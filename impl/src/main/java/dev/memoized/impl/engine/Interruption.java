package dev.memoized.impl.engine;

/** What an interruption leaves behind. */
final class Interruption {
    private Interruption() {}

    /** Sets the interrupt flag again when an exception that goes no further took it away. */
    static void restore(Throwable failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }
}
