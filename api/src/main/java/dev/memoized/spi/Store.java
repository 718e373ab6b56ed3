package dev.memoized.spi;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A backend opened for a namespace. Thread-safe; no operation runs code of the application.
 *
 * <p>A key is an object with value equality that does not change: one argument as it is, or an object made of several,
 * or a {@link TaggedKey}. What goes wrong is thrown as {@link dev.memoized.BackendException}, in bounded time.
 *
 * <p>A life is counted from the operation; zero or less means that the entry is not kept, {@link #FOREVER} that it does
 * not end by itself. It is rounded up to the store's unit.
 *
 * @param <V> the form of the values: objects, or bytes
 */
public interface Store<V> {

    /** The life of an entry that does not end by itself. */
    Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    /**
     * What the key holds: at a remote store one round trip and one command.
     *
     * @param key of this namespace
     * @param now this JVM's {@link TimeSource#nanos()}, read by the caller once a call
     * @return null when it holds nothing, its life has ended or a hard mark is above its number;
     *     {@link Entry#softlyInvalidated} when a soft one is
     */
    @Nullable
    Entry<V> read(Object key, long now);

    /**
     * Asks for permission to store the result of a computation that begins after the answer.
     *
     * @param key of this namespace
     * @param life when the lease ends by itself; greater than zero
     * @param exclusive true: busy while another lease is out; false: granted together with others, and the first result
     *     published wins
     * @return the lease, or who is before
     */
    LeaseAnswer<V> lease(Object key, Duration life, boolean exclusive);

    /**
     * Stores the result of the computation that the lease was taken for, and ends the lease.
     *
     * @param lease of this store
     * @param entry the result, with the lease's number
     * @param life of the entry; zero or less: the key is deleted, and that is a success
     * @return false when the lease had ended or was void; then nothing has changed
     */
    boolean publish(Lease lease, Entry<V> entry, Duration life);

    /**
     * Gives a lease another life from now on.
     *
     * @param lease of this store
     * @param life greater than zero
     * @return false when the lease had ended or was void
     */
    boolean renew(Lease lease, Duration life);

    /**
     * Ends a lease without storing. Does nothing when it has ended or is void.
     *
     * @param lease of this store
     */
    void release(Lease lease);

    /**
     * Waits until the lease that is out for the key has ended, or at most as long as told. May return early.
     *
     * @param key of this namespace
     * @param atMost greater than zero
     * @throws InterruptedException when the waiting thread is interrupted
     */
    void awaitChange(Object key, Duration atMost) throws InterruptedException;

    /**
     * Stores a value that was not computed under a lease. Voids the leases of the key.
     *
     * @param key of this namespace
     * @param entry its number is set by the store
     * @param life of the entry; zero or less: the key is deleted, and that is a success
     * @return false when the store does not take the value (too large): then the old one is gone
     */
    boolean put(Object key, Entry<V> entry, Duration life);

    /**
     * Stores a value if the key holds none. Voids the leases of the key when it does.
     *
     * @param key of this namespace
     * @param entry its number is set by the store
     * @param life of the entry; zero or less: nothing is stored
     * @return whether the key held nothing that could be read
     */
    boolean add(Object key, Entry<V> entry, Duration life);

    /**
     * Removes what the key holds and voids its leases.
     *
     * @param key of this namespace
     * @return whether there was something that could be read
     */
    boolean invalidate(Object key);

    /**
     * Raises a mark of the backend, in time that does not depend on the number of entries. Voids the leases below it.
     *
     * @param mark of a namespace or tag, not only this store's
     * @param mode whether what lies below is gone or stale
     */
    void invalidate(Mark mark, InvalidationMode mode);

    /**
     * Gives what the key holds another life from now on; its age stays.
     *
     * @param key of this namespace
     * @param life zero or less: the key is deleted, and its leases are void
     * @return false when the key held nothing
     */
    boolean touch(Object key, Duration life);

    /**
     * Adds to a whole number atomically; its life stays. A result below zero becomes zero when the delta is negative, and
     * {@link Long#MAX_VALUE} is not passed. Voids the leases of the key.
     *
     * @param key of this namespace
     * @param delta may be negative
     * @return the new number, empty when the key holds nothing
     * @throws dev.memoized.NotACounterException when it holds something else
     */
    OptionalLong increment(Object key, long delta);

    /**
     * {@link #read} for many keys, in one round trip where the store can.
     *
     * @param keys of this namespace
     * @param now see {@code read}
     * @return the keys that hold something
     */
    default Map<Object, Entry<V>> readAll(Collection<?> keys, long now) {
        Map<Object, Entry<V>> found = new HashMap<>();
        for (Object key : keys) {
            Entry<V> entry = read(key, now);
            if (entry != null) {
                found.put(key, entry);
            }
        }
        return found;
    }

    /**
     * {@link #put} for many keys.
     *
     * @param entries by key
     * @param life of each
     * @return whether all were taken
     */
    default boolean putAll(Map<?, Entry<V>> entries, Duration life) {
        boolean all = true;
        for (Map.Entry<?, Entry<V>> each : entries.entrySet()) {
            all &= put(each.getKey(), each.getValue(), life);
        }
        return all;
    }

    /**
     * {@link #invalidate(Object)} for many keys.
     *
     * @param keys of this namespace
     */
    default void invalidateAll(Collection<?> keys) {
        keys.forEach(this::invalidate);
    }

    /**
     * What the store can say of itself.
     *
     * @return a snapshot
     */
    StoreStats stats();
}
