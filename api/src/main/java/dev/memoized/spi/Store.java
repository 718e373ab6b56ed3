package dev.memoized.spi;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A backend opened for a namespace. Thread-safe; no operation runs code of the application, but for the equality and the
 * text of keys. Each operation on a key is one step: what runs beside it comes before or after it.
 *
 * <p>A key is an object with value equality that does not change: one argument as it is, or an object made of several,
 * or a {@link TaggedKey}. What goes wrong is thrown as {@link dev.memoized.BackendException}, in bounded time.
 *
 * <p>A life is counted from the operation; zero or less means that the entry is not kept, {@link #FOREVER} that it does
 * not end by itself. It is rounded up to the store's unit, and one that is longer than the store can count is as good as
 * {@code FOREVER}.
 *
 * <p>Null is a value: a key that holds it holds something. What has ended, and what lies below a hard mark, is nothing to
 * all operations; what lies below a soft one is something, and stays stale until it is written again.
 *
 * @param <V> the form of the values: objects, or bytes
 */
public interface Store<V> {

    /** The life of an entry that does not end by itself. */
    Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    /**
     * What the key holds: at a remote store one round trip and one command. The marks that count are those of the
     * namespace, of the tags of the entry and of the key, and of the key's groups.
     *
     * @param key of this namespace
     * @param now this JVM's {@link TimeSource#nanos()}, read by the caller once a call
     * @return null when it holds nothing, its life has ended or a hard mark is above its number;
     *     {@link Entry#softlyInvalidated} when a soft one is
     */
    @Nullable
    Entry<V> read(Object key, long now);

    /**
     * The same as {@link #read}, if that is known here: no machine is asked, nothing is started and nobody waited for. What
     * stands between calls and a backend that may hang lets the caller's own thread ask this first.
     *
     * @param key see {@link #read}
     * @param now see {@link #read}
     * @return null when somebody must be asked. So the default, and that of a {@link ForwardingStore}, which may read
     *     otherwise than the store behind it
     */
    default @Nullable AtHand<V> readAtHand(Object key, long now) {
        return null;
    }

    /**
     * Asks for permission to store the result of a computation that begins after the answer.
     *
     * @param key of this namespace
     * @param life when the lease ends by itself; greater than zero
     * @param exclusive true: busy while another lease is out, exclusive or not; false: granted together with others, and
     *     the first result published wins
     * @return the lease, or who is before
     */
    LeaseAnswer<V> lease(Object key, Duration life, boolean exclusive);

    /**
     * Stores the result of the computation that the lease was taken for, and ends all leases of the key, not its claims.
     *
     * @param lease of this store
     * @param entry the result; the store gives it the lease's number. A mark of a tag that only the result has, and that is
     *     above this number, takes it: then or when it is read
     * @param life of the entry; zero or less: the key is deleted, and that is a success
     * @return false when the lease had ended or was void; then nothing has changed. False too when the store does not take
     *     the value (too large): then the old one is gone
     */
    boolean publish(Lease lease, Entry<V> entry, Duration life);

    /**
     * Claims a key whose value is about to be made otherwise than by a computation under a lease: what {@link #replace} will
     * store is refused when somebody else has taken the key's value away meanwhile. A claim is a lease that stands in
     * nobody's way: it is granted beside all others, nobody is kept out by it or waits for it, and what is published leaves
     * it alone.
     *
     * @param key of this namespace
     * @param life when the claim ends by itself; greater than zero
     * @return null when the store cannot tell: then what was to be replaced must be invalidated. So the default
     */
    default @Nullable Lease claim(Object key, Duration life) {
        return null;
    }

    /**
     * Stores what a key was claimed for, voids all leases and claims of the key, and takes away with the same step what else
     * has become untrue.
     *
     * @param claim of this store
     * @param entry its number is set by the store: not below that of the claim, nor below the mark
     * @param life of the entry; zero or less: the key is deleted, and that is a success
     * @param others raised hard; the entry stays above it. Null: nothing else is taken away
     * @return false when the claim had ended or was void; then nothing has changed. A mark of a tag that only the entry has
     *     counts as in {@link #publish}. False too when the store does not take the value (too large): then the old one is
     *     gone. So the default, which ends the claim
     */
    default boolean replace(Lease claim, Entry<V> entry, Duration life, @Nullable Mark others) {
        release(claim);
        return false;
    }

    /**
     * Gives a lease another life from now on.
     *
     * @param lease of this store
     * @param life greater than zero; may shorten it
     * @return false when the lease had ended or was void; then it stays so
     */
    boolean renew(Lease lease, Duration life);

    /**
     * Ends a lease without storing; others of the key stay. Does nothing when it has ended or is void, not to its
     * successor either.
     *
     * @param lease of this store
     */
    void release(Lease lease);

    /**
     * Waits until the lease that is out for the key has ended or is void, or at most as long as told. May return early.
     * Who waits already need not learn of a mark.
     *
     * @param key of this namespace
     * @param atMost greater than zero
     * @throws InterruptedException when the waiting thread is interrupted
     */
    void awaitChange(Object key, Duration atMost) throws InterruptedException;

    /**
     * Stores a value that was not computed under a lease. Voids the leases of the key, its claims among them.
     *
     * @param key of this namespace
     * @param entry its number is set by the store
     * @param life of the entry; zero or less: the key is deleted, and that is a success
     * @return false when the store does not take the value (too large): then the old one is gone
     */
    boolean put(Object key, Entry<V> entry, Duration life);

    /**
     * Stores a value if the key holds none. Voids the leases of the key when it stores, and only then.
     *
     * @param key of this namespace
     * @param entry its number is set by the store
     * @param life of the entry; zero or less: nothing is stored
     * @return whether the key held nothing that could be read; false too when the store does not take the value (too large)
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
     * Raises a mark of the backend, in time that does not depend on the number of entries. Voids the leases below it. The
     * mark's new number is above all that were given before. A mark that the backend forgets, for want of room, may cost
     * computations, never an invalidation.
     *
     * @param mark of any namespace, tag or group, not only this store's
     * @param mode whether what lies below is gone or stale
     */
    void invalidate(Mark mark, InvalidationMode mode);

    /**
     * Gives what the key holds another life from now on; its age and its number stay, and so do the leases of the key.
     *
     * @param key of this namespace
     * @param life zero or less: what the key holds is deleted, and its leases are void
     * @return false when the key held nothing that could be read
     */
    boolean touch(Object key, Duration life);

    /**
     * Adds to a whole number atomically; its life, age, tags and number stay. A result below zero becomes zero when the
     * delta is negative, and {@link Long#MAX_VALUE} is not passed. An {@code Integer} stays one as long as the result fits.
     * Voids the leases of the key when it adds, and only then.
     *
     * @param key of this namespace
     * @param delta may be negative
     * @return the new number, empty when the key holds nothing that could be read
     * @throws dev.memoized.NotACounterException when it holds something else, null included; it stays
     */
    OptionalLong increment(Object key, long delta);

    /**
     * {@link #read} for many keys, in one round trip where the store can. No moment is common to them.
     *
     * @param keys of this namespace
     * @param now see {@code read}
     * @return the keys that hold something, as they were given
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
     * {@link #put} for many keys; each stands for itself.
     *
     * @param entries by key
     * @param life of each
     * @return whether all were taken; those that were are stored
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
     * The keys that hold something: for administration, at the cost of a walk over all of them.
     *
     * @param now see {@code read}
     * @return a snapshot; null when the store cannot enumerate its keys
     */
    default @Nullable Collection<Object> keys(long now) {
        return null;
    }

    /**
     * What the store can say of itself.
     *
     * @return a snapshot
     */
    StoreStats stats();
}
