package dev.memoized.impl.backend;

import dev.memoized.BackendException;
import dev.memoized.MemoizedException;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.StoreMessage;
import java.time.Duration;

/** Who must know how an operation has ended: the breaker, the log, and by an exception its caller. */
final class Endings {
    private final String backend;
    private final Breaker breaker;
    private final Log log;

    /**
     * Of a backend.
     *
     * @param backend its name, for messages
     */
    Endings(String backend, Breaker breaker, Log log) {
        this.backend = backend;
        this.breaker = breaker;
        this.log = log;
    }

    void succeeded(long ticket) {
        if (breaker.succeeded(ticket)) {
            log.info(StoreMessage.STORE_BACK, backend);
        }
    }

    /** A wrong use is thrown as it is, for the store works. */
    MemoizedException failed(Throwable failure, long ticket) {
        if (isWrongUse(failure)) {
            succeeded(ticket);
            return (MemoizedException) failure;
        }
        failed(ticket);
        return failure instanceof BackendException known ? known : broken(failure);
    }

    private static boolean isWrongUse(Throwable failure) {
        return failure instanceof MemoizedException && !(failure instanceof BackendException);
    }

    BackendException overdue(Duration atMost, long ticket) {
        failed(ticket);
        return new BackendException(StoreMessage.STORE_OVERDUE.text(backend, atMost), null);
    }

    private void failed(long ticket) {
        if (breaker.failed(ticket)) {
            log.warn(StoreMessage.STORE_LEFT_ALONE, backend);
        }
    }

    /** What takes longer than anybody waits, as a first start may, would else never be said to fail. */
    void failedLate(Throwable failure) {
        if (!isWrongUse(failure)) {
            log.once(StoreMessage.STORE_FAILED_LATE, backend, failure);
        }
    }

    BackendException busy() {
        return new BackendException(StoreMessage.STORE_BUSY.text(backend), null);
    }

    BackendException leftAlone() {
        return new BackendException(StoreMessage.STORE_LEFT_ALONE.text(backend), null);
    }

    BackendException broken(Throwable failure) {
        return new BackendException(
                StoreMessage.STORE_BROKEN.text(backend, failure.getClass().getName()), failure);
    }
}
