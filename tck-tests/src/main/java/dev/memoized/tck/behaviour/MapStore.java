package dev.memoized.tck.behaviour;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A map with leases, for tests that ask to which backend a call goes. It does not keep the {@linkplain
 * dev.memoized.tck.store.StoreContract contract}, and cannot with little work: nothing in it ends by time, any mark takes
 * all of its own namespace, hard or soft, every lease excludes others, and it is not bounded. With these it would be a
 * second backend in memory; the suite needs none of them, and what it shows is that the smallest store will do.
 */
final class MapStore implements Store<Object> {
    private final Map<Object, Entry<Object>> entries = new HashMap<>();
    private final Map<Object, MapLease> leases = new HashMap<>();
    private long number;

    /** A lease, valid while it is in the map. */
    private final class MapLease implements Lease {
        private final Object key;
        private final long asOf;

        MapLease(Object key, long asOf) {
            this.key = key;
            this.asOf = asOf;
        }

        @Override
        public Object key() {
            return key;
        }

        @Override
        public long asOf() {
            return asOf;
        }

        @Override
        public boolean isVoid() {
            synchronized (MapStore.this) {
                return leases.get(key) != this;
            }
        }
    }

    @Override
    public synchronized @Nullable Entry<Object> read(Object key, long now) {
        return entries.get(key);
    }

    @Override
    public synchronized LeaseAnswer<Object> lease(Object key, Duration life, boolean exclusive) {
        if (leases.containsKey(key)) {
            return new LeaseAnswer.Busy<>(entries.get(key), life);
        }
        MapLease lease = new MapLease(key, number);
        leases.put(key, lease);
        return new LeaseAnswer.Granted<>(lease, entries.get(key));
    }

    @Override
    public synchronized boolean publish(Lease lease, Entry<Object> entry, Duration life) {
        boolean valid = leases.remove(lease.key(), lease);
        if (valid) {
            entries.put(lease.key(), entry);
        }
        notifyAll();
        return valid;
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        return !lease.isVoid();
    }

    @Override
    public synchronized void release(Lease lease) {
        leases.remove(lease.key(), lease);
        notifyAll();
    }

    @Override
    @SuppressWarnings("WaitNotInLoop") // it may return early
    public synchronized void awaitChange(Object key, Duration atMost) throws InterruptedException {
        if (leases.containsKey(key)) {
            wait(Math.max(1, Math.min(atMost.toMillis(), 1000)));
        }
    }

    @Override
    public synchronized boolean put(Object key, Entry<Object> entry, Duration life) {
        voidLease(key);
        entries.put(key, entry.asOf(number));
        return true;
    }

    @Override
    public synchronized boolean add(Object key, Entry<Object> entry, Duration life) {
        return !entries.containsKey(key) && put(key, entry, life);
    }

    @Override
    public synchronized boolean invalidate(Object key) {
        voidLease(key);
        return entries.remove(key) != null;
    }

    @Override
    public synchronized void invalidate(Mark mark, InvalidationMode mode) {
        number++;
        leases.clear();
        entries.clear();
        notifyAll();
    }

    @Override
    public synchronized boolean touch(Object key, Duration life) {
        return entries.containsKey(key);
    }

    @Override
    public synchronized OptionalLong increment(Object key, long delta) {
        Entry<Object> entry = entries.get(key);
        if (entry == null || !(entry.value() instanceof Number value)) {
            return OptionalLong.empty();
        }
        put(key, entry.withValue(value.longValue() + delta), FOREVER);
        return OptionalLong.of(value.longValue() + delta);
    }

    @Override
    public synchronized StoreStats stats() {
        return new StoreStats(entries.size(), 0, 0);
    }

    private void voidLease(Object key) {
        leases.remove(key);
        notifyAll();
    }
}
