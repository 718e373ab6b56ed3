package dev.memoized.cells;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The time since parts of the ground last found each other again. Nobody knows what the other part had invalidated, so what
 * was stored before is nothing to anybody, and numbers begin anew: by what all agree on, not by a clock. Who comes later
 * finds it in the ledger. Thread-safe.
 */
final class Era {
    /** Before any part was lost. */
    static final long FIRST = 0;

    private final ReentrantLock lock = new ReentrantLock();
    private final Runnable ended;
    private volatile long current = FIRST;

    /**
     * The first one.
     *
     * @param ended is run after the end of one
     */
    Era(Runnable ended) {
        this.ended = ended;
    }

    long current() {
        return current;
    }

    /** A text of the ledger that begins with the era in which it was written; null tells nothing. */
    void heard(@Nullable String text) {
        if (text != null) {
            begun(of(text));
        }
    }

    /** In which a text of the ledger was written. */
    static long of(String text) {
        int end = text.indexOf(' ');
        return Ledger.whole(end < 0 ? text : text.substring(0, end));
    }

    void begun(long other) {
        if (other <= current) {
            return;
        }
        lock.lock();
        try {
            if (other <= current) {
                return;
            }
            current = other;
        } finally {
            lock.unlock();
        }
        ended.run();
    }
}
