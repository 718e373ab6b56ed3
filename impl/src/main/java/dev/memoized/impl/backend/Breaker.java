package dev.memoized.impl.backend;

import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Decides who may call a store that fails: all while it works, and after failures in a row one call a second, until such a
 * probe succeeds.
 */
final class Breaker {
    static final int FAILURES = 5;
    static final Duration PAUSE = Duration.ofSeconds(1);
    static final long REFUSED = -1;

    /*
     * Concurrency: each change of the state begins another period. A ticket is the number of its period, so what an operation
     * of an earlier one tells is of no account.
     */
    private final ReentrantLock lock = new ReentrantLock();
    private final TimeSource time;
    private volatile BackendHealth.State state = BackendHealth.State.CLOSED;
    private final AtomicLong period = new AtomicLong();
    private final AtomicInteger failures = new AtomicInteger();
    private Instant since;
    private long lastTry;

    Breaker(TimeSource time) {
        this.time = time;
        this.since = time.now();
    }

    /** A ticket for one operation, to be given back with its end; {@link #REFUSED} when the store is to be left alone. */
    long enter() {
        long now = period.get();
        if (state == BackendHealth.State.CLOSED) {
            return now;
        }
        lock.lock();
        try {
            return state == BackendHealth.State.CLOSED ? period.get() : probe();
        } finally {
            lock.unlock();
        }
    }

    private long probe() {
        long now = time.nanos();
        if (state == BackendHealth.State.HALF_OPEN || now - lastTry < PAUSE.toNanos()) {
            return REFUSED;
        }
        lastTry = now;
        become(BackendHealth.State.HALF_OPEN);
        return period.get();
    }

    /** A ticket as long as all may call; never the probe's. */
    long enterUnlessOpen() {
        long now = period.get();
        return state == BackendHealth.State.CLOSED ? now : REFUSED;
    }

    /** The store has done what it was asked for. True when all may call it again because of that. */
    boolean succeeded(long ticket) {
        if (failures.get() == 0) {
            return false;
        }
        lock.lock();
        try {
            boolean probe = ticket == period.get() && state == BackendHealth.State.HALF_OPEN;
            if (ticket == period.get()) {
                failures.set(0);
            }
            if (probe) {
                become(BackendHealth.State.CLOSED);
            }
            return probe;
        } finally {
            lock.unlock();
        }
    }

    /** The store has failed. True when it is left alone from now on because of that. */
    boolean failed(long ticket) {
        lock.lock();
        try {
            if (ticket != period.get()) {
                return false;
            }
            boolean opens = failures.incrementAndGet() >= FAILURES && state == BackendHealth.State.CLOSED;
            if (opens) {
                lastTry = time.nanos();
            }
            if (opens || state == BackendHealth.State.HALF_OPEN) {
                become(BackendHealth.State.OPEN);
            }
            return opens;
        } finally {
            lock.unlock();
        }
    }

    /** The caller gave up, which says nothing of the store; after {@link #succeeded} and {@link #failed} it does nothing. */
    void abandoned(long ticket) {
        if (state == BackendHealth.State.CLOSED) {
            return;
        }
        lock.lock();
        try {
            if (ticket == period.get() && state == BackendHealth.State.HALF_OPEN) {
                become(BackendHealth.State.OPEN);
            }
        } finally {
            lock.unlock();
        }
    }

    private void become(BackendHealth.State next) {
        if (next == BackendHealth.State.CLOSED || state == BackendHealth.State.CLOSED) {
            since = time.now();
        }
        period.incrementAndGet();
        state = next;
    }

    /** With what is known of the queue. */
    BackendHealth health(Waiting waiting) {
        int queued = waiting.size();
        long queuedInAll = waiting.added();
        long widened = waiting.widened();
        lock.lock();
        try {
            return new BackendHealth(state, since, failures.get(), queued, queuedInAll, widened);
        } finally {
            lock.unlock();
        }
    }
}
