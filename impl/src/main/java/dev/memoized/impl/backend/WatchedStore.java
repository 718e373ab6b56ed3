package dev.memoized.impl.backend;

import dev.memoized.MutatedValueException;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.StoreMessage;
import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A store of references for tests: what was changed after it was stored is dropped, and reading it fails. It goes around a
 * {@link QuietStore}, which would take the failure for the backend's.
 */
public final class WatchedStore extends ForwardingStore<Object> {
    private final String name;
    private final Sightings sightings;
    private final Log log;

    /**
     * Puts itself before a store.
     *
     * @param store that keeps references
     * @param name of its namespace
     * @param look at a value
     * @param log is told once
     */
    public WatchedStore(Store<Object> store, String name, Look look, Log log) {
        super(store);
        this.name = name;
        this.sightings = new Sightings(name, look, log);
        this.log = log;
    }

    /** Takes in what a value is made of. */
    @FunctionalInterface
    public interface Look {

        /**
         * That of now.
         *
         * @return null when the value never changes
         * @throws RuntimeException when it cannot be looked into
         */
        @Nullable
        Sight at(Object value);
    }

    /** What a value was made of. */
    @FunctionalInterface
    public interface Sight {

        /** The class of what was changed since, inside of the value or itself; null when nothing was. */
        @Nullable
        Class<?> changed();
    }

    @Override
    public @Nullable Entry<Object> read(Object key, long now) {
        Entry<Object> entry = store().read(key, now);
        check(key, entry);
        return entry;
    }

    @Override
    public LeaseAnswer<Object> lease(Object key, Duration life, boolean exclusive) {
        LeaseAnswer<Object> answer = store().lease(key, life, exclusive);
        try {
            check(key, answer.entry());
        } catch (MutatedValueException changed) {
            if (answer instanceof LeaseAnswer.Granted<Object> granted) {
                store().release(granted.lease());
            }
            throw changed;
        }
        return answer;
    }

    @Override
    public Map<Object, Entry<Object>> readAll(Collection<?> keys, long now) {
        Map<Object, Entry<Object>> found = store().readAll(keys, now);
        found.forEach(this::check);
        return found;
    }

    private void check(Object key, @Nullable Entry<Object> entry) {
        Object value = entry == null ? null : entry.value();
        Class<?> changed = value == null ? null : sightings.changed(key, value);
        if (changed == null) {
            return;
        }
        log.once(StoreMessage.VALUE_CHANGED, name, changed.getTypeName());
        drop(key);
        throw new MutatedValueException(StoreMessage.VALUE_CHANGED.text(name, changed.getTypeName()));
    }

    private void drop(Object key) {
        try {
            invalidate(key);
        } catch (RuntimeException failure) {
            log.once(StoreMessage.STORE_FAILED, name, failure);
        }
    }

    /** Looks before anybody else can have the value. */
    @Override
    public boolean publish(Lease lease, Entry<Object> entry, Duration life) {
        Sightings.Sighting sighting = sightings.of(entry.value());
        boolean taken = store().publish(lease, entry, life);
        if (taken) {
            sightings.keep(lease.key(), sighting);
        }
        return taken;
    }

    @Override
    public boolean replace(Lease claim, Entry<Object> entry, Duration life, @Nullable Mark others) {
        Sightings.Sighting sighting = sightings.of(entry.value());
        boolean taken = store().replace(claim, entry, life, others);
        if (taken) {
            sightings.keep(claim.key(), sighting);
        }
        return taken;
    }

    @Override
    public boolean put(Object key, Entry<Object> entry, Duration life) {
        Sightings.Sighting sighting = sightings.of(entry.value());
        boolean taken = store().put(key, entry, life);
        sightings.keep(key, sighting);
        return taken;
    }

    @Override
    public boolean add(Object key, Entry<Object> entry, Duration life) {
        Sightings.Sighting sighting = sightings.of(entry.value());
        boolean taken = store().add(key, entry, life);
        if (taken) {
            sightings.keep(key, sighting);
        }
        return taken;
    }

    @Override
    public boolean putAll(Map<?, Entry<Object>> entries, Duration life) {
        boolean all = true;
        for (Map.Entry<?, Entry<Object>> each : entries.entrySet()) {
            all &= put(each.getKey(), each.getValue(), life);
        }
        return all;
    }

    @Override
    public void invalidateAll(Collection<?> keys) {
        store().invalidateAll(keys);
        keys.forEach(key -> sightings.keep(key, null));
    }

    @Override
    public boolean invalidate(Object key) {
        boolean held = store().invalidate(key);
        sightings.keep(key, null);
        return held;
    }
}
