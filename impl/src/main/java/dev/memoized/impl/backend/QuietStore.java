package dev.memoized.impl.backend;

import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.StoreMessage;
import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store whose failures do not reach memoized calls: a read that fails is a miss, and what cannot be stored is not.
 * Operations that a program asked for directly still fail.
 *
 * @param <V> the form of the values
 */
public final class QuietStore<V> extends ForwardingStore<V> {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final AtomicLong invalidations;
    private final String name;
    private final TimeSource time;
    private final Log log;

    /**
     * Puts itself before a store.
     *
     * @param store that may fail
     * @param name of its namespace
     * @param time paces those who wait for a store that cannot say when
     * @param log is told once
     */
    public QuietStore(Store<V> store, String name, TimeSource time, Log log) {
        this(store, name, time, log, new AtomicLong());
    }

    /**
     * One of several before stores of one backend.
     *
     * @param invalidations counts theirs, and all else that ends leases, each when it was made and before its caller knows:
     *     they are of all namespaces
     */
    public QuietStore(Store<V> store, String name, TimeSource time, Log log, AtomicLong invalidations) {
        super(store);
        this.invalidations = invalidations;
        this.name = name;
        this.time = time;
        this.log = log;
    }

    @Override
    public @Nullable Entry<V> read(Object key, long now) {
        try {
            return store().read(key, now);
        } catch (RuntimeException failure) {
            log.once(StoreMessage.STORE_FAILED, name, failure);
            return null;
        }
    }

    @Override
    public Map<Object, Entry<V>> readAll(Collection<?> keys, long now) {
        try {
            return store().readAll(keys, now);
        } catch (RuntimeException failure) {
            log.once(StoreMessage.STORE_FAILED, name, failure);
            return Map.of();
        }
    }

    @Override
    public @Nullable Collection<Object> keys(long now) {
        try {
            return store().keys(now);
        } catch (RuntimeException failure) {
            log.once(StoreMessage.STORE_FAILED, name, failure);
            return List.of();
        }
    }

    @Override
    public LeaseAnswer<V> lease(Object key, Duration life, boolean exclusive) {
        try {
            return store().lease(key, life, exclusive);
        } catch (RuntimeException failure) {
            log.once(StoreMessage.STORE_FAILED, name, failure);
            return new LeaseAnswer.Granted<>(new NoLease(key, invalidations, invalidations.get()), null);
        }
    }

    @Override
    public boolean publish(Lease lease, Entry<V> entry, Duration life) {
        try {
            return !(lease instanceof NoLease) && store().publish(lease, entry, life);
        } catch (RuntimeException failure) {
            log.once(StoreMessage.STORE_FAILED, name, failure);
            return false;
        }
    }

    @Override
    public @Nullable Lease claim(Object key, Duration life) {
        try {
            return store().claim(key, life);
        } catch (RuntimeException failure) {
            log.once(StoreMessage.STORE_FAILED, name, failure);
            return null;
        }
    }

    /** It takes away what was there, as an invalidation does. */
    @Override
    public boolean replace(Lease claim, Entry<V> entry, Duration life, @Nullable Mark others) {
        try {
            return store().replace(claim, entry, life, others);
        } catch (RuntimeException failure) {
            log.once(StoreMessage.STORE_FAILED, name, failure);
            return false;
        } finally {
            invalidations.incrementAndGet();
        }
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        return !(lease instanceof NoLease) && store().renew(lease, life);
    }

    @Override
    public void release(Lease lease) {
        if (lease instanceof NoLease) {
            return;
        }
        try {
            store().release(lease);
        } catch (RuntimeException failure) {
            log.once(StoreMessage.STORE_FAILED, name, failure);
        }
    }

    @Override
    public void awaitChange(Object key, Duration atMost) throws InterruptedException {
        try {
            store().awaitChange(key, atMost);
        } catch (RuntimeException failure) {
            log.once(StoreMessage.STORE_FAILED, name, failure);
            time.await(new CompletableFuture<Void>(), atMost.compareTo(PAUSE) < 0 ? atMost : PAUSE);
        }
    }

    @Override
    public boolean put(Object key, Entry<V> entry, Duration life) {
        return changing(() -> store().put(key, entry, life));
    }

    @Override
    public boolean putAll(Map<?, Entry<V>> entries, Duration life) {
        return changing(() -> store().putAll(entries, life));
    }

    @Override
    public boolean add(Object key, Entry<V> entry, Duration life) {
        return changing(() -> store().add(key, entry, life));
    }

    @Override
    public OptionalLong increment(Object key, long delta) {
        return changing(() -> store().increment(key, delta));
    }

    /** Without a life it takes away what was there. */
    @Override
    public boolean touch(Object key, Duration life) {
        boolean isKept = !life.isZero() && !life.isNegative();
        return isKept ? store().touch(key, life) : changing(() -> store().touch(key, life));
    }

    @Override
    public boolean invalidate(Object key) {
        return changing(() -> store().invalidate(key));
    }

    @Override
    public void invalidate(Mark mark, InvalidationMode mode) {
        changing(() -> {
            store().invalidate(mark, mode);
            return true;
        });
    }

    @Override
    public void invalidateAll(Collection<?> keys) {
        changing(() -> {
            store().invalidateAll(keys);
            return true;
        });
    }

    /** Whether or not it is known to come about. */
    private <T> T changing(Supplier<T> operation) {
        try {
            return operation.get();
        } finally {
            invalidations.incrementAndGet();
        }
    }

    /**
     * Permission that nobody could give: what it is for is computed and not stored. Void for those who come after anything
     * that ends leases, whatever it was of.
     */
    private record NoLease(Object key, AtomicLong invalidations, long before) implements Lease {
        @Override
        public long asOf() {
            return Long.MIN_VALUE;
        }

        @Override
        public boolean isVoid() {
            return invalidations.get() != before;
        }
    }
}
