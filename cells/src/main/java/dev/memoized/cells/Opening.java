package dev.memoized.cells;

import dev.memoized.BackendException;
import dev.memoized.spi.TimeSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gets the ground when it is needed for the first time: that may take seconds. Thread-safe. */
final class Opening implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Names names;
    private final Source source;
    private final TimeSource time;
    private volatile @Nullable Shared shared;
    private volatile boolean isClosed;

    Opening(Names names, Source source, TimeSource time) {
        this.names = names;
        this.source = source;
        this.time = time;
    }

    /** Something that needs the ground. */
    @FunctionalInterface
    interface Operation<T, X extends Exception> {

        /** Does it. */
        T on(Shared shared) throws X;
    }

    @FunctionalInterface
    private interface Work<T, X extends Exception> {
        T done() throws X;
    }

    /** Does something; what fails is said in words of ours. */
    <T, X extends Exception> T in(Operation<T, X> operation) throws X {
        return saying(() -> operation.on(shared()));
    }

    /** The same, if the ground is there already: starts nothing, and waits for nobody who starts or ends it. */
    <T> Optional<T> ifThere(Operation<Optional<T>, RuntimeException> operation) {
        Shared there = shared;
        return there == null ? Optional.empty() : saying(() -> operation.on(there));
    }

    private <T, X extends Exception> T saying(Work<T, X> work) throws X {
        try {
            return work.done();
        } catch (RuntimeException failure) {
            if (isInterruption(failure)) {
                Thread.currentThread().interrupt();
            }
            throw source.said(failure);
        }
    }

    /** Grounds tell of it as they like, and not all leave the flag set. */
    private static boolean isInterruption(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(InterruptedException.class::isInstance);
    }

    Shared shared() {
        Shared there = shared;
        return there == null ? opened() : there;
    }

    private Shared opened() {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new BackendException("interrupted", stop);
        }
        try {
            if (isClosed) {
                throw new BackendException("closed", null);
            }
            Shared there = shared;
            if (there == null) {
                there = begun();
                shared = there;
            }
            return there;
        } finally {
            lock.unlock();
        }
    }

    /** What has not begun as a whole is begun anew by whoever comes next. */
    private Shared begun() {
        Shared fresh = null;
        boolean hasBegun = false;
        try {
            fresh = new Shared(names, source.open(), time);
            fresh.listen();
            hasBegun = true;
            return fresh;
        } finally {
            if (!hasBegun) {
                end(fresh);
            }
        }
    }

    /** How many cells could not be read. */
    long unreadable() {
        Shared there = shared;
        return there == null ? 0 : there.unreadable();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!isClosed) {
                isClosed = true;
                Shared there = shared;
                shared = null;
                end(there);
            }
        } catch (RuntimeException failure) {
            throw source.said(failure);
        } finally {
            lock.unlock();
        }
    }

    private void end(@Nullable Shared there) {
        try {
            if (there != null) {
                there.close();
            }
        } finally {
            source.close();
        }
    }
}
