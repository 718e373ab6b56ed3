package dev.memoized.infinispan;

import dev.memoized.BackendException;
import dev.memoized.spi.TimeSource;
import java.util.concurrent.locks.ReentrantLock;
import org.infinispan.manager.EmbeddedCacheManager;
import org.jspecify.annotations.Nullable;

/** Gets the caches when they are needed for the first time: members of our own take seconds to find each other. Thread-safe. */
final class Opening implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Names names;
    private final Source source;
    private final Ballot ballot;
    private final TimeSource time;
    private volatile @Nullable Shared shared;
    private volatile boolean isClosed;

    /** Where caches come from. */
    @FunctionalInterface
    interface Source extends AutoCloseable {

        /** Starts what is to be started; is closed when that fails, and may be asked again. */
        Caches open();

        /** Stops what was started: nothing, unless it says otherwise. */
        @Override
        default void close() {}
    }

    /** How who computes is elected. */
    @FunctionalInterface
    interface Ballot {

        /** In a container. */
        Election in(EmbeddedCacheManager manager);
    }

    Opening(Names names, Source source, Ballot ballot, TimeSource time) {
        this.names = names;
        this.source = source;
        this.ballot = ballot;
        this.time = time;
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
            Caches caches = source.open();
            fresh = new Shared(names, caches, ballot.in(caches.entries().getCacheManager()), time);
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
                Trouble.said(this::closed);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean closed() {
        Shared there = shared;
        shared = null;
        end(there);
        return true;
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
