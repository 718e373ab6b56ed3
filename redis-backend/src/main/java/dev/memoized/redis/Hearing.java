package dev.memoized.redis;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/**
 * Whether a connection that listens hears of what has happened: no number may be answered for long before its news have come.
 * One whose node has left the cluster answers as before, and is told nothing. Thread-safe.
 */
final class Hearing {
    /** How long news may take. */
    private static final Duration WITHIN = Duration.ofSeconds(1);

    private static final long NOTHING_YET = Long.MIN_VALUE;

    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicLong beginnings = new AtomicLong();
    private final TimeSource time;
    private final LongConsumer doubt;
    private volatile long heard = NOTHING_YET;
    private long missed = NOTHING_YET;
    private boolean isWaiting;

    /**
     * Hears nothing yet.
     *
     * @param doubt is told the number whose news have not come
     */
    Hearing(TimeSource time, LongConsumer doubt) {
        this.time = time;
        this.doubt = doubt;
    }

    /** From now on news are heard; those from before were missed. */
    void begin() {
        lock.lock();
        try {
            beginnings.incrementAndGet();
            heard = NOTHING_YET;
            isWaiting = false;
        } finally {
            lock.unlock();
        }
    }

    /** What has begun when a question is asked; zero for nothing. */
    long beginning() {
        return beginnings.get();
    }

    /** News have come. */
    void heard(long number) {
        lock.lock();
        try {
            heard = Math.max(heard, number);
        } finally {
            lock.unlock();
        }
    }

    boolean hasHeard(long number) {
        return heard >= number;
    }

    /**
     * The number was answered to a question. The first answer tells where to begin.
     *
     * @param asked what had begun before the question
     */
    void told(long number, long asked) {
        if (asked != 0 && asked == beginning() && number > heard) {
            lock.lock();
            try {
                expect(number, asked);
            } finally {
                lock.unlock();
            }
        }
    }

    private void expect(long number, long asked) {
        if (asked != beginning() || number <= heard) {
            return;
        }
        if (heard == NOTHING_YET) {
            heard = Math.max(number, missed);
        } else if (!isWaiting) {
            isWaiting = true;
            time.after(WITHIN, () -> look(number, asked));
        }
    }

    /** A number that was missed once is not waited for again: it may have been answered without news. */
    private void look(long number, long asked) {
        lock.lock();
        try {
            if (asked != beginning()) {
                return;
            }
            isWaiting = false;
            if (hasHeard(number)) {
                return;
            }
            missed = Math.max(missed, number);
        } finally {
            lock.unlock();
        }
        doubt.accept(number);
    }
}
