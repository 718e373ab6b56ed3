package dev.memoized.impl.backend;

import dev.memoized.MutatedValueException;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
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
 * A store of references for tests: what was changed after it was stored is dropped, and reading it fails. It goes around a
 * {@link QuietStore}, which would take the failure for the backend's.
 */
public final class WatchedStore implements Store<Object> {
    private final Store<Object> store;
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
        this.store = store;
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
        Entry<Object> entry = store.read(key, now);
        check(key, entry);
        return entry;
    }

    @Override
    public LeaseAnswer<Object> lease(Object key, Duration life, boolean exclusive) {
        LeaseAnswer<Object> answer = store.lease(key, life, exclusive);
        try {
            check(key, answer.entry());
        } catch (MutatedValueException changed) {
            if (answer instanceof LeaseAnswer.Granted<Object> granted) {
                store.release(granted.lease());
            }
            throw changed;
        }
        return answer;
    }

    private void check(Object key, @Nullable Entry<Object> entry) {
        Object value = entry == null ? null : entry.value();
        Class<?> changed = value == null ? null : sightings.changed(key, value);
        if (changed == null) {
            return;
        }
        log.once(RuntimeMessage.VALUE_CHANGED, name, changed.getTypeName());
        drop(key);
        throw new MutatedValueException(RuntimeMessage.VALUE_CHANGED.text(name, changed.getTypeName()));
    }

    private void drop(Object key) {
        try {
            invalidate(key);
        } catch (RuntimeException failure) {
            log.once(RuntimeMessage.STORE_FAILED, name, failure);
        }
    }

    /** Looks before anybody else can have the value. */
    @Override
    public boolean publish(Lease lease, Entry<Object> entry, Duration life) {
        Sightings.Sighting sighting = sightings.of(entry.value());
        boolean taken = store.publish(lease, entry, life);
        if (taken) {
            sightings.keep(lease.key(), sighting);
        }
        return taken;
    }

    @Override
    public boolean put(Object key, Entry<Object> entry, Duration life) {
        Sightings.Sighting sighting = sightings.of(entry.value());
        boolean taken = store.put(key, entry, life);
        sightings.keep(key, sighting);
        return taken;
    }

    @Override
    public boolean add(Object key, Entry<Object> entry, Duration life) {
        Sightings.Sighting sighting = sightings.of(entry.value());
        boolean taken = store.add(key, entry, life);
        if (taken) {
            sightings.keep(key, sighting);
        }
        return taken;
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
    public boolean invalidate(Object key) {
        boolean held = store.invalidate(key);
        sightings.keep(key, null);
        return held;
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
