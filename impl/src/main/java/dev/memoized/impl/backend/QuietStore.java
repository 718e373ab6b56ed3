package dev.memoized.impl.backend;

import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.Message;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A store whose failures do not reach memoized calls: a read that fails is a miss, and what cannot be stored is not.
 * Operations that a program asked for directly still fail.
 *
 * @param store that may fail
 * @param name of its namespace
 * @param log is told once
 * @param <V> the form of the values
 */
public record QuietStore<V>(Store<V> store, String name, Log log) implements Store<V> {

    @Override
    public @Nullable Entry<V> read(Object key, long now) {
        try {
            return store.read(key, now);
        } catch (RuntimeException failure) {
            log.once(Message.STORE_FAILED, name, failure);
            return null;
        }
    }

    @Override
    public LeaseAnswer<V> lease(Object key, Duration life, boolean exclusive) {
        try {
            return store.lease(key, life, exclusive);
        } catch (RuntimeException failure) {
            log.once(Message.STORE_FAILED, name, failure);
            return new LeaseAnswer.Granted<>(new NoLease(key), null);
        }
    }

    @Override
    public boolean publish(Lease lease, Entry<V> entry, Duration life) {
        try {
            return !(lease instanceof NoLease) && store.publish(lease, entry, life);
        } catch (RuntimeException failure) {
            log.once(Message.STORE_FAILED, name, failure);
            return false;
        }
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        return !(lease instanceof NoLease) && store.renew(lease, life);
    }

    @Override
    public void release(Lease lease) {
        if (lease instanceof NoLease) {
            return;
        }
        try {
            store.release(lease);
        } catch (RuntimeException failure) {
            log.once(Message.STORE_FAILED, name, failure);
        }
    }

    @Override
    public void awaitChange(Object key, Duration atMost) throws InterruptedException {
        store.awaitChange(key, atMost);
    }

    @Override
    public boolean put(Object key, Entry<V> entry, Duration life) {
        return store.put(key, entry, life);
    }

    @Override
    public boolean add(Object key, Entry<V> entry, Duration life) {
        return store.add(key, entry, life);
    }

    @Override
    public boolean invalidate(Object key) {
        return store.invalidate(key);
    }

    @Override
    public void invalidate(Mark mark, InvalidationMode mode) {
        store.invalidate(mark, mode);
    }

    @Override
    public boolean touch(Object key, Duration life) {
        return store.touch(key, life);
    }

    @Override
    public OptionalLong increment(Object key, long delta) {
        return store.increment(key, delta);
    }

    @Override
    public StoreStats stats() {
        return store.stats();
    }

    /** Permission that nobody could give: what it is for is computed and not stored. */
    private record NoLease(Object key) implements Lease {
        @Override
        public long asOf() {
            return Long.MIN_VALUE;
        }

        @Override
        public boolean isVoid() {
            return false;
        }
    }
}
