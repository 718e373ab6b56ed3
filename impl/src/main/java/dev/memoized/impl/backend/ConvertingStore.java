package dev.memoized.impl.backend;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A store of objects over a store of something else. What cannot be converted on its way in is not stored, and what was
 * there is gone; what cannot be converted on its way out is not there.
 *
 * @param <S> the form of the values behind it
 */
abstract class ConvertingStore<S> implements Store<Object> {
    private static final Duration WHILE_ADDED = Duration.ofSeconds(10);

    private final Store<S> store;
    private final Conversion<S> conversion;

    ConvertingStore(Store<S> store, Conversion<S> conversion) {
        this.store = store;
        this.conversion = conversion;
    }

    /** There and back. Says null and does not throw where a value has no other form. */
    interface Conversion<S> {
        /** As the store behind takes it. */
        Object key(Object key);

        Mark mark(Mark mark);

        @Nullable
        Entry<S> in(Object inner, Entry<Object> entry);

        Converted out(Object inner, Entry<S> entry);

        /** How often an entry could not be read. */
        long unreadable();
    }

    /**
     * What became of an entry on its way out.
     *
     * @param entry null when it cannot be read
     * @param isInTheWay whether it is none that anybody will read, and may be replaced
     */
    record Converted(@Nullable Entry<Object> entry, boolean isInTheWay) {}

    private @Nullable Entry<Object> out(Object inner, @Nullable Entry<S> entry) {
        return entry == null ? null : conversion.out(inner, entry).entry();
    }

    @Override
    public @Nullable Entry<Object> read(Object key, long now) {
        Object inner = conversion.key(key);
        return out(inner, store.read(inner, now));
    }

    @Override
    public LeaseAnswer<Object> lease(Object key, Duration life, boolean exclusive) {
        Object inner = conversion.key(key);
        LeaseAnswer<S> answer = store.lease(inner, life, exclusive);
        Entry<Object> entry = out(inner, answer.entry());
        return answer instanceof LeaseAnswer.Busy<S> busy
                ? new LeaseAnswer.Busy<>(entry, busy.remaining())
                : new LeaseAnswer.Granted<>(new OuterLease(key, ((LeaseAnswer.Granted<S>) answer).lease()), entry);
    }

    /** What cannot be stored ends the lease as a result does that is not kept: if it is out, the old value is gone. */
    @Override
    public boolean publish(Lease lease, Entry<Object> entry, Duration life) {
        Entry<S> in = conversion.in(OuterLease.inner(lease).key(), entry);
        if (in == null) {
            store.publish(OuterLease.inner(lease), nothing(lease.asOf()), Duration.ZERO);
            return false;
        }
        return store.publish(OuterLease.inner(lease), in, life);
    }

    @Override
    public @Nullable Lease claim(Object key, Duration life) {
        Lease inner = store.claim(conversion.key(key), life);
        return inner == null ? null : new OuterLease(key, inner);
    }

    @Override
    public boolean replace(Lease claim, Entry<Object> entry, Duration life, @Nullable Mark others) {
        Mark mark = others == null ? null : conversion.mark(others);
        Entry<S> in = conversion.in(OuterLease.inner(claim).key(), entry);
        if (in == null) {
            store.replace(OuterLease.inner(claim), nothing(claim.asOf()), Duration.ZERO, mark);
            return false;
        }
        return store.replace(OuterLease.inner(claim), in, life, mark);
    }

    private Entry<S> nothing(long asOf) {
        return new Entry<>(null, 0, 0, null, asOf, Set.of(), false, null);
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        return store.renew(OuterLease.inner(lease), life);
    }

    @Override
    public void release(Lease lease) {
        store.release(OuterLease.inner(lease));
    }

    @Override
    public void awaitChange(Object key, Duration atMost) throws InterruptedException {
        store.awaitChange(conversion.key(key), atMost);
    }

    @Override
    public boolean put(Object key, Entry<Object> entry, Duration life) {
        Object inner = conversion.key(key);
        Entry<S> in = conversion.in(inner, entry);
        if (in == null) {
            store.invalidate(inner);
            return false;
        }
        return store.put(inner, in, life);
    }

    /** An entry that nobody can read holds nothing: it is replaced, under a lease, which a value set meanwhile voids. */
    @Override
    public boolean add(Object key, Entry<Object> entry, Duration life) {
        Object inner = conversion.key(key);
        Entry<S> in = conversion.in(inner, entry);
        return in != null && (store.add(inner, in, life) || replace(inner, in, life));
    }

    private boolean replace(Object inner, Entry<S> in, Duration life) {
        LeaseAnswer<S> answer = store.lease(inner, WHILE_ADDED, false);
        if (!(answer instanceof LeaseAnswer.Granted<S> granted)) {
            return false;
        }
        Entry<S> there = granted.entry();
        if (there != null && conversion.out(inner, there).isInTheWay()) {
            return store.publish(granted.lease(), in.asOf(granted.lease().asOf()), life);
        }
        store.release(granted.lease());
        return false;
    }

    @Override
    public boolean invalidate(Object key) {
        return store.invalidate(conversion.key(key));
    }

    @Override
    public void invalidate(Mark mark, InvalidationMode mode) {
        store.invalidate(conversion.mark(mark), mode);
    }

    @Override
    public boolean touch(Object key, Duration life) {
        return store.touch(conversion.key(key), life);
    }

    @Override
    public OptionalLong increment(Object key, long delta) {
        return store.increment(conversion.key(key), delta);
    }

    @Override
    public Map<Object, Entry<Object>> readAll(Collection<?> keys, long now) {
        Map<Object, Object> outer = new HashMap<>();
        keys.forEach(key -> outer.put(conversion.key(key), key));
        Map<Object, Entry<Object>> found = new HashMap<>();
        store.readAll(outer.keySet(), now).forEach((inner, entry) -> {
            Object key = outer.get(inner);
            Entry<Object> out = key == null ? null : out(inner, entry);
            if (key != null && out != null) {
                found.put(key, out);
            }
        });
        return found;
    }

    @Override
    public boolean putAll(Map<?, Entry<Object>> entries, Duration life) {
        Map<Object, Entry<S>> taken = new HashMap<>();
        boolean all = true;
        for (Map.Entry<?, Entry<Object>> each : entries.entrySet()) {
            Object inner = conversion.key(each.getKey());
            Entry<S> in = conversion.in(inner, each.getValue());
            if (in == null) {
                store.invalidate(inner);
                all = false;
            } else {
                taken.put(inner, in);
            }
        }
        return store.putAll(taken, life) && all;
    }

    @Override
    public void invalidateAll(Collection<?> keys) {
        store.invalidateAll(keys.stream().map(conversion::key).toList());
    }

    @Override
    public StoreStats stats() {
        StoreStats behind = store.stats();
        long unreadable = conversion.unreadable() + Math.max(0, behind.unreadable());
        return new StoreStats(behind.entries(), behind.evicted(), unreadable);
    }
}
