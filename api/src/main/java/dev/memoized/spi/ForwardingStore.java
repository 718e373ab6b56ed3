package dev.memoized.spi;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A store before another one, for decorators: each operation goes there unless it is overridden, but for
 * {@link #readAtHand}, which would pass by an overridden {@link #read}. Of the bulk forms none goes through the single ones.
 *
 * @param <V> the form of the values
 */
public abstract class ForwardingStore<V> implements Store<V> {
    private final Store<V> store;

    /**
     * Puts itself before a store.
     *
     * @param store that does the work
     */
    protected ForwardingStore(Store<V> store) {
        this.store = store;
    }

    /**
     * The store behind this one.
     *
     * @return the same at each call
     */
    protected final Store<V> store() {
        return store;
    }

    @Override
    public @Nullable Entry<V> read(Object key, long now) {
        return store.read(key, now);
    }

    @Override
    public LeaseAnswer<V> lease(Object key, Duration life, boolean exclusive) {
        return store.lease(key, life, exclusive);
    }

    @Override
    public boolean publish(Lease lease, Entry<V> entry, Duration life) {
        return store.publish(lease, entry, life);
    }

    @Override
    public @Nullable Lease claim(Object key, Duration life) {
        return store.claim(key, life);
    }

    @Override
    public boolean replace(Lease claim, Entry<V> entry, Duration life, @Nullable Mark others) {
        return store.replace(claim, entry, life, others);
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
    public Map<Object, Entry<V>> readAll(Collection<?> keys, long now) {
        return store.readAll(keys, now);
    }

    @Override
    public boolean putAll(Map<?, Entry<V>> entries, Duration life) {
        return store.putAll(entries, life);
    }

    @Override
    public void invalidateAll(Collection<?> keys) {
        store.invalidateAll(keys);
    }

    @Override
    public @Nullable Collection<Object> keys(long now) {
        return store.keys(now);
    }

    @Override
    public StoreStats stats() {
        return store.stats();
    }
}
