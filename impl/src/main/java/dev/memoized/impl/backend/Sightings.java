package dev.memoized.impl.backend;

import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.StoreMessage;
import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/*
 * Concurrency: whoever stores a value looks before and puts the sighting after; whoever reads it in between looks for
 * himself, and his sighting stays only where there is no other of the same value. So the first one decides.
 */
/** What the values of a namespace were made of when they were stored: one a key, bounded. Thread-safe. */
final class Sightings {
    static final int AT_MOST = 10_000;

    private final ConcurrentMap<Object, Sighting> sightings = new ConcurrentHashMap<>();
    private final String name;
    private final WatchedStore.Look look;
    private final Log log;

    Sightings(String name, WatchedStore.Look look, Log log) {
        this.name = name;
        this.look = look;
        this.log = log;
    }

    /** A value as it was; one of the same value, even of an equal one, is another. */
    static final class Sighting {
        private final Object value;
        private final WatchedStore.Sight sight;

        Sighting(Object value, WatchedStore.Sight sight) {
            this.value = value;
            this.sight = sight;
        }
    }

    /** That of now; null of a value that never changes. */
    @Nullable
    Sighting of(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        try {
            WatchedStore.Sight sight = look.at(value);
            return sight == null ? null : new Sighting(value, sight);
        } catch (Exception | StackOverflowError | LinkageError | AssertionError failure) {
            return unwatched(value, failure);
        }
    }

    private Sighting unwatched(Object value, Throwable failure) {
        log.once(StoreMessage.VALUE_UNWATCHED, name, failure);
        return new Sighting(value, () -> null);
    }

    /** From now on the key's, instead of any other; null for none. */
    void keep(Object key, @Nullable Sighting sighting) {
        if (sighting == null) {
            sightings.remove(key);
            return;
        }
        if (sightings.put(key, sighting) == null && sightings.size() > AT_MOST) {
            Iterator<Object> some = sightings.keySet().iterator();
            some.next();
            some.remove();
        }
    }

    /** The class of what was changed in a value that was read; null when nothing was, or nobody has seen it before. */
    @Nullable
    Class<?> changed(Object key, Object value) {
        Sighting known = sightings.get(key);
        if (known == null || known.value != value) {
            seeFirst(key, known, value);
            return null;
        }
        try {
            return known.sight.changed();
        } catch (Exception | StackOverflowError | LinkageError | AssertionError failure) {
            sightings.replace(key, known, unwatched(value, failure));
            return null;
        }
    }

    int size() {
        return sightings.size();
    }

    /** Of a value that came another way, or before it was noted who stored it. */
    private void seeFirst(Object key, @Nullable Sighting known, Object value) {
        Sighting sighting = of(value);
        if (sighting == null) {
            return;
        }
        if (known != null) {
            sightings.replace(key, known, sighting);
        } else if (sightings.size() < AT_MOST) {
            sightings.putIfAbsent(key, sighting);
        }
    }
}
