package dev.memoized.impl.memoizer;

/** How long a function or object has its name. Thread-safe. */
final class Tenure {
    private volatile boolean over;

    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }
}
