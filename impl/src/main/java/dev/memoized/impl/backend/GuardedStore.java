package dev.memoized.impl.backend;

import dev.memoized.BackendException;
import dev.memoized.spi.AtHand;
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
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/*
 * Concurrency: who reads looks for doubts first and then, in the guard, for invalidations that wait. Whoever ends a doubt
 * has queued the invalidation before, so that one of both is seen.
 */
/**
 * A store behind a {@link Guard}: each operation ends in bounded time, and none is lost that takes something away.
 *
 * <p>What fails throws {@link BackendException}, but for these: an invalidation is queued and is false; a put is false, and
 * the invalidation of its key is queued, so that what it should have replaced does not come back; publishing and touching
 * are false, as is replacing; statistics are not known. Failed additions and increments may have come about and are not repeated. What the
 * store answers too late is undone: a lease is released, a written key invalidated, and not read before.
 *
 * @param <V> the form of the values
 */
public final class GuardedStore<V> extends ForwardingStore<V> {
    private final Doubts doubts = new Doubts();
    private final LendingStore<V> lending;
    private final Guard guard;
    private final Target target;

    /**
     * Puts itself before a store.
     *
     * @param store of the guard's backend
     * @param namespace its name
     * @param guard of all stores of the backend
     */
    public GuardedStore(Store<V> store, String namespace, Guard guard) {
        this(new Target(namespace, store), store, guard);
    }

    private GuardedStore(Target target, Store<V> store, Guard guard) {
        this(new LendingStore<>(store, target, guard.lent()), target, guard);
    }

    private GuardedStore(LendingStore<V> lending, Target target, Guard guard) {
        super(lending);
        this.lending = lending;
        this.guard = guard;
        this.target = target;
        guard.open(target);
    }

    private <T extends @Nullable Object> T call(Callable<T> operation) {
        return guard.call(new Errand<>(operation));
    }

    @Override
    public @Nullable Entry<V> read(Object key, long now) {
        refuseDoubtful(key);
        AtHand<V> known = guard.atHand(() -> store().readAtHand(key, now));
        return known == null ? this.<@Nullable Entry<V>>call(() -> store().read(key, now)) : known.entry();
    }

    @Override
    public Map<Object, Entry<V>> readAll(Collection<?> keys, long now) {
        List<?> known = keys.stream().filter(key -> !doubts.concerns(key)).toList();
        return call(() -> store().readAll(known, now));
    }

    @Override
    public LeaseAnswer<V> lease(Object key, Duration life, boolean exclusive) {
        refuseDoubtful(key);
        return guard.call(new Errand<>(
                () -> store().lease(key, life, exclusive),
                () -> {},
                late -> giveBack(late instanceof LeaseAnswer.Granted<V> granted ? granted.lease() : null)));
    }

    private void refuseDoubtful(Object key) {
        if (doubts.concerns(key)) {
            throw guard.leftAlone();
        }
    }

    @Override
    public boolean publish(Lease lease, Entry<V> entry, Duration life) {
        try {
            return call(() -> store().publish(lease, entry, life));
        } catch (BackendException failure) {
            return false;
        } finally {
            lending.ended(lease);
        }
    }

    @Override
    public @Nullable Lease claim(Object key, Duration life) {
        refuseDoubtful(key);
        return guard.<@Nullable Lease>call(new Errand<>(() -> store().claim(key, life), () -> {}, this::giveBack));
    }

    private void giveBack(@Nullable Lease late) {
        if (late != null) {
            guard.quietly(() -> store().release(late));
        }
    }

    @Override
    public boolean replace(Lease claim, Entry<V> entry, Duration life, @Nullable Mark others) {
        try {
            return call(() -> store().replace(claim, entry, life, others));
        } catch (BackendException failure) {
            return false;
        } finally {
            lending.ended(claim);
        }
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        return call(() -> store().renew(lease, life));
    }

    /** Also of a leader that was interrupted: the next one is not to wait for the end of the lease's life. */
    @Override
    public void release(Lease lease) {
        boolean interrupted = Thread.interrupted();
        try {
            call(() -> {
                store().release(lease);
                return true;
            });
        } finally {
            lending.ended(lease);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void awaitChange(Object key, Duration atMost) throws InterruptedException {
        guard.await(
                new Errand<>(() -> {
                    store().awaitChange(key, atMost);
                    return true;
                }),
                atMost);
    }

    @Override
    public boolean put(Object key, Entry<V> entry, Duration life) {
        return replace(List.of(key), () -> store().put(key, entry, life));
    }

    @Override
    public boolean putAll(Map<?, Entry<V>> entries, Duration life) {
        Map<?, Entry<V>> copy = Map.copyOf(entries);
        return replace(copy.keySet(), () -> store().putAll(copy, life));
    }

    private boolean replace(Collection<?> keys, Callable<Boolean> operation) {
        try {
            return write(keys, operation);
        } catch (BackendException failure) {
            guard.queue(target, keys, failure);
            return false;
        }
    }

    @Override
    public boolean add(Object key, Entry<V> entry, Duration life) {
        return write(List.of(key), () -> store().add(key, entry, life), late -> !Boolean.FALSE.equals(late));
    }

    private boolean write(Collection<?> keys, Callable<Boolean> operation) {
        return write(keys, operation, late -> true);
    }

    /** What is answered too late is taken away again, unless the answer tells that what lies there is somebody else's. */
    private boolean write(Collection<?> keys, Callable<Boolean> operation, Predicate<@Nullable Boolean> isOurs) {
        return guard.call(new Errand<>(operation, () -> doubts.begin(keys), late -> {
            if (isOurs.test(late)) {
                guard.queueLate(target, keys);
            }
            doubts.end(keys);
        }));
    }

    @Override
    public boolean invalidate(Object key) {
        return takeAway(List.of(key), () -> store().invalidate(key));
    }

    @Override
    public void invalidateAll(Collection<?> keys) {
        List<?> copy = List.copyOf(keys);
        takeAway(copy, () -> {
            store().invalidateAll(copy);
            return true;
        });
    }

    private boolean takeAway(Collection<?> keys, Callable<Boolean> operation) {
        try {
            return call(operation);
        } catch (BackendException failure) {
            guard.queue(target, keys, failure);
            return false;
        }
    }

    @Override
    public void invalidate(Mark mark, InvalidationMode mode) {
        try {
            call(() -> {
                store().invalidate(mark, mode);
                return true;
            });
        } catch (BackendException failure) {
            guard.queue(target, mark, mode, failure);
        }
    }

    /** One without life is an invalidation. */
    @Override
    public boolean touch(Object key, Duration life) {
        if (life.isZero() || life.isNegative()) {
            return takeAway(List.of(key), () -> store().touch(key, life));
        }
        try {
            return call(() -> store().touch(key, life));
        } catch (BackendException failure) {
            return false;
        }
    }

    @Override
    public OptionalLong increment(Object key, long delta) {
        return call(() -> store().increment(key, delta));
    }

    @Override
    public @Nullable Collection<Object> keys(long now) {
        return this.<@Nullable Collection<Object>>call(() -> store().keys(now));
    }

    @Override
    public StoreStats stats() {
        try {
            return call(() -> store().stats());
        } catch (BackendException failure) {
            return new StoreStats(-1, -1, -1);
        }
    }
}
