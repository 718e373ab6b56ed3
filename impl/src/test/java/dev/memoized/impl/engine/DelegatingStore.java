package dev.memoized.impl.engine;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import java.time.Duration;
import java.util.OptionalLong;

/** A store before another one: a test overrides what is to go wrong. */
public abstract class DelegatingStore implements Store<Object> {
    private final Store<Object> store;

    protected DelegatingStore(Store<Object> store) {
        this.store = store;
    }

    @Override
    public Entry<Object> read(Object key, long now) {
        return store.read(key, now);
    }

    @Override
    public LeaseAnswer<Object> lease(Object key, Duration life, boolean exclusive) {
        return store.lease(key, life, exclusive);
    }

    @Override
    public boolean publish(Lease lease, Entry<Object> entry, Duration life) {
        return store.publish(lease, entry, life);
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        return store.renew(lease, life);
    }

    @Override
    public void release(Lease lease) {
        store.release(lease);
    }

    @Override
    public void awaitChange(Object key, Duration atMost) throws InterruptedException {
        store.awaitChange(key, atMost);
    }

    @Override
    public boolean put(Object key, Entry<Object> entry, Duration life) {
        return store.put(key, entry, life);
    }

    @Override
    public boolean add(Object key, Entry<Object> entry, Duration life) {
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
}
