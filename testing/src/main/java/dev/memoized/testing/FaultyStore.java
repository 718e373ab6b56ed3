package dev.memoized.testing;

import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import dev.memoized.testing.FaultyBackend.Operation;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store of a {@link FaultyBackend}. */
final class FaultyStore extends ForwardingStore<Object> {
    private final FaultyBackend faults;

    FaultyStore(Store<Object> store, FaultyBackend faults) {
        super(store);
        this.faults = faults;
    }

    private <T extends @Nullable Object> T run(Operation operation, Supplier<T> work) {
        faults.begin(operation);
        T answer = work.get();
        faults.end(operation);
        return answer;
    }

    private void run(Operation operation, Runnable work) {
        faults.begin(operation);
        work.run();
        faults.end(operation);
    }

    @Override
    public @Nullable Entry<Object> read(Object key, long now) {
        return this.<@Nullable Entry<Object>>run(Operation.READ, () -> super.read(key, now));
    }

    @Override
    public Map<Object, Entry<Object>> readAll(Collection<?> keys, long now) {
        return run(Operation.READ_ALL, () -> super.readAll(keys, now));
    }

    @Override
    public LeaseAnswer<Object> lease(Object key, Duration life, boolean exclusive) {
        return run(Operation.LEASE, () -> super.lease(key, life, exclusive));
    }

    @Override
    public boolean publish(Lease lease, Entry<Object> entry, Duration life) {
        return run(Operation.PUBLISH, () -> super.publish(lease, entry, life));
    }

    @Override
    public @Nullable Lease claim(Object key, Duration life) {
        return this.<@Nullable Lease>run(Operation.CLAIM, () -> super.claim(key, life));
    }

    @Override
    public boolean replace(Lease claim, Entry<Object> entry, Duration life, @Nullable Mark others) {
        return run(Operation.REPLACE, () -> super.replace(claim, entry, life, others));
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        return run(Operation.RENEW, () -> super.renew(lease, life));
    }

    @Override
    public void release(Lease lease) {
        run(Operation.RELEASE, () -> super.release(lease));
    }

    @Override
    public void awaitChange(Object key, Duration atMost) throws InterruptedException {
        faults.begin(Operation.AWAIT_CHANGE);
        super.awaitChange(key, atMost);
        faults.end(Operation.AWAIT_CHANGE);
    }

    @Override
    public boolean put(Object key, Entry<Object> entry, Duration life) {
        return run(Operation.PUT, () -> super.put(key, entry, life));
    }

    @Override
    public boolean putAll(Map<?, Entry<Object>> entries, Duration life) {
        return run(Operation.PUT_ALL, () -> super.putAll(entries, life));
    }

    @Override
    public boolean add(Object key, Entry<Object> entry, Duration life) {
        return run(Operation.ADD, () -> super.add(key, entry, life));
    }

    @Override
    public boolean invalidate(Object key) {
        return run(Operation.INVALIDATE, () -> super.invalidate(key));
    }

    @Override
    public void invalidateAll(Collection<?> keys) {
        run(Operation.INVALIDATE_ALL, () -> super.invalidateAll(keys));
    }

    @Override
    public void invalidate(Mark mark, InvalidationMode mode) {
        run(Operation.INVALIDATE_MARK, () -> super.invalidate(mark, mode));
    }

    @Override
    public boolean touch(Object key, Duration life) {
        return run(Operation.TOUCH, () -> super.touch(key, life));
    }

    @Override
    public OptionalLong increment(Object key, long delta) {
        return run(Operation.INCREMENT, () -> super.increment(key, delta));
    }

    @Override
    public StoreStats stats() {
        return run(Operation.STATS, super::stats);
    }
}
