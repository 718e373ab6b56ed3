package dev.memoized.impl.backend;

import dev.memoized.Counters;
import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts what goes through it; see {@link Counters}. A hit costs one addition and no object. Thread-safe.
 *
 * @param <V> the form of the values
 */
public final class CountedStore<V> extends ForwardingStore<V> {
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder removals = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final String name;

    /**
     * Puts itself before a store.
     *
     * @param store that does the work
     * @param name of its namespace
     */
    public CountedStore(Store<V> store, String name) {
        super(store);
        this.name = name;
    }

    /** What was counted since the start, or since it was begun anew. */
    public Counters counters() {
        return new Counters(
                name, hits.sum(), misses.sum(), writes.sum(), refused.sum(), removals.sum(), failures.sum());
    }

    /** Begins anew; what is counted at this very moment may be lost. */
    public void reset() {
        Stream.of(hits, misses, writes, refused, removals, failures).forEach(LongAdder::reset);
    }

    @Override
    public @Nullable Entry<V> read(Object key, long now) {
        Entry<V> entry;
        try {
            entry = store().read(key, now);
        } catch (RuntimeException | Error failure) {
            failures.increment();
            throw failure;
        }
        (entry == null ? misses : hits).increment();
        return entry;
    }

    private <T extends @Nullable Object> T counted(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (RuntimeException | Error failure) {
            failures.increment();
            throw failure;
        }
    }

    private void run(Runnable operation) {
        counted(() -> {
            operation.run();
            return true;
        });
    }

    private boolean written(int values, Supplier<Boolean> operation) {
        boolean taken = counted(operation);
        (taken ? writes : refused).add(values);
        return taken;
    }

    @Override
    public Map<Object, Entry<V>> readAll(Collection<?> keys, long now) {
        Map<Object, Entry<V>> found = counted(() -> store().readAll(keys, now));
        hits.add(found.size());
        misses.add(keys.size() - found.size());
        return found;
    }

    @Override
    public LeaseAnswer<V> lease(Object key, Duration life, boolean exclusive) {
        return counted(() -> store().lease(key, life, exclusive));
    }

    @Override
    public boolean publish(Lease lease, Entry<V> entry, Duration life) {
        return written(1, () -> store().publish(lease, entry, life));
    }

    @Override
    public @Nullable Lease claim(Object key, Duration life) {
        return this.<@Nullable Lease>counted(() -> store().claim(key, life));
    }

    @Override
    public boolean replace(Lease claim, Entry<V> entry, Duration life, @Nullable Mark others) {
        return written(1, () -> store().replace(claim, entry, life, others));
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        return counted(() -> store().renew(lease, life));
    }

    @Override
    public void release(Lease lease) {
        run(() -> store().release(lease));
    }

    @Override
    public void awaitChange(Object key, Duration atMost) throws InterruptedException {
        try {
            store().awaitChange(key, atMost);
        } catch (RuntimeException | Error failure) {
            failures.increment();
            throw failure;
        }
    }

    @Override
    public boolean put(Object key, Entry<V> entry, Duration life) {
        return written(1, () -> store().put(key, entry, life));
    }

    /** All of them are refused when one is: the store does not say which. */
    @Override
    public boolean putAll(Map<?, Entry<V>> entries, Duration life) {
        return written(entries.size(), () -> store().putAll(entries, life));
    }

    @Override
    public boolean add(Object key, Entry<V> entry, Duration life) {
        return written(1, () -> store().add(key, entry, life));
    }

    @Override
    public OptionalLong increment(Object key, long delta) {
        OptionalLong sum = counted(() -> store().increment(key, delta));
        writes.add(sum.isPresent() ? 1 : 0);
        return sum;
    }

    @Override
    public boolean invalidate(Object key) {
        removals.increment();
        return counted(() -> store().invalidate(key));
    }

    @Override
    public void invalidate(Mark mark, InvalidationMode mode) {
        removals.increment();
        run(() -> store().invalidate(mark, mode));
    }

    @Override
    public void invalidateAll(Collection<?> keys) {
        removals.add(keys.size());
        run(() -> store().invalidateAll(keys));
    }

    @Override
    public boolean touch(Object key, Duration life) {
        return counted(() -> store().touch(key, life));
    }

    @Override
    public StoreStats stats() {
        return counted(() -> store().stats());
    }
}
