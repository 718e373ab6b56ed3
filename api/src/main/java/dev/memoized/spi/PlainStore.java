package dev.memoized.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A place for the entries of one namespace, of a {@link PlainBackend}. It may lose entries at any time, for want of room.
 *
 * <p>It is called under the lock of the key, and all invalidations of the backend by a mark wait for the calls that are under
 * way: it must not take long, and not call the library. What it throws, the operation throws as {@link
 * dev.memoized.BackendException}.
 */
public interface PlainStore {

    /**
     * What was kept.
     *
     * @param entry the value and its facts
     * @param end of its life, in this JVM's {@link TimeSource#nanos()}
     */
    record Kept(Entry<Object> entry, long end) {}

    /**
     * What lies under a key.
     *
     * @param key of the namespace
     * @return what was kept last; null when there is nothing
     */
    @Nullable
    Kept get(Object key);

    /**
     * Keeps something, instead of what lies there.
     *
     * @param key of the namespace
     * @param kept to be given back as it is
     * @param life how long it is of use: a store that can may drop it then
     */
    void put(Object key, Kept kept, Duration life);

    /**
     * Drops what lies under a key.
     *
     * @param key of the namespace
     */
    void remove(Object key);

    /** Drops all. No other call of the backend is under way meanwhile. */
    void clear();

    /**
     * How many entries there are.
     *
     * @return about; -1 when it cannot tell
     */
    long size();
}
