package dev.memoized;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Remembers values under texts. One contract for all backends; a view decides about the backend, the namespace, the type
 * and the limits, and is cheap to take; the first operation of one that makes no sense throws
 * {@link IllegalArgumentException}. Thread-safe.
 *
 * <p>A limit is counted from the operation that gives it. {@code null} is the view's own, else 5 minutes; zero and less mean that the value is not kept; {@link #FOREVER} that it does not end
 * by itself. It may be shorter than a second. {@code null} is a value, and told apart from nothing by {@link #find} and
 * {@link #hasKey}.
 *
 * <p>A whole number that fits comes back as an {@code Integer}, whatever it was set as, unless the view's type says
 * otherwise. In memory the very objects are kept: treat them as immutable. A value of another type than the view's is not
 * seen by it; in memory that is one of another class, whatever its type's arguments.
 *
 * <p>While a backend does not answer, reads find nothing, {@code getOrCompute} computes, and {@code set}, {@code touch}
 * and {@code delete} return false; what was deleted is not served when it answers again. Only {@link #add},
 * {@link #incr} and {@link #decr}, whose effect would be unknown, throw {@link BackendException}.
 *
 * @param <V> the type of the values
 */
public interface Cache<V> {

    /** The limit of a value that does not end by itself. */
    Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    /**
     * The value of a key.
     *
     * @param key any text
     * @return null when there is none, or it is null
     */
    @Nullable
    V get(String key);

    /**
     * The value of a key, and its age.
     *
     * @param key any text
     * @return empty when there is none
     */
    Optional<Remembered<V>> find(String key);

    /**
     * The value of a key; if there is none it is computed, once however many callers ask, and stored unless the key was
     * written or invalidated meanwhile. From {@link #refreshAfter} on a value is served and renewed behind the caller:
     * the computation may run again then, on another thread, in a request of its own. It must not depend on the caller's
     * request: what it needs of that it takes along.
     *
     * @param key any text
     * @param computation of the value; may return null
     * @return what is remembered or computed
     * @throws ColdCacheException when another caller's computation takes longer than {@link Memoized#waitAtMost}'s default
     * @throws Exception the computation's own; nothing is stored
     */
    @Nullable
    V getOrCompute(String key, Callable<? extends @Nullable V> computation) throws Exception;

    /**
     * Stores a value with the view's limit.
     *
     * @param key any text
     * @param value or null
     * @return whether it was stored; false, and the old one is gone, when the store does not take it
     */
    default boolean set(String key, @Nullable V value) {
        return set(key, value, null);
    }

    /**
     * Stores a value.
     *
     * @param key any text
     * @param value or null
     * @param expireAfter see above; zero or less deletes, and that is a success
     * @return whether it was stored; false, and the old one is gone, when the store does not take it
     */
    boolean set(String key, @Nullable V value, @Nullable Duration expireAfter);

    /**
     * Stores a value, with the view's limit, if the key has none.
     *
     * @param key any text
     * @param value or null
     * @return whether there was none
     * @throws BackendException when that is not known
     */
    default boolean add(String key, @Nullable V value) {
        return add(key, value, null);
    }

    /**
     * Stores a value if the key has none, in one step.
     *
     * @param key any text
     * @param value or null
     * @param expireAfter see above
     * @return whether there was none
     * @throws BackendException when that is not known
     */
    boolean add(String key, @Nullable V value, @Nullable Duration expireAfter);

    /**
     * Forgets the value of a key. A computation of it that is under way is not stored.
     *
     * @param key any text
     * @return whether there was one
     */
    boolean delete(String key);

    /**
     * Whether a key has a value, be it null.
     *
     * @param key any text
     * @return false also for one of another type
     */
    boolean hasKey(String key);

    /**
     * Gives a value another limit from now on; its age stays.
     *
     * @param key any text
     * @param expireAfter see above; zero or less deletes, and that is a success
     * @return whether there was a value
     */
    boolean touch(String key, @Nullable Duration expireAfter);

    /**
     * Adds to a whole number in one step; its limit stays, and {@link Long#MAX_VALUE} is not passed.
     *
     * @param key any text
     * @param delta zero or more
     * @return the new number
     * @throws NoSuchCounterException when there is none
     * @throws NotACounterException when there is something else
     * @throws IllegalArgumentException when the delta is negative
     * @throws BackendException when it is not known whether it was added
     */
    long incr(String key, long delta);

    /**
     * The same; a number that is not there becomes the initial one, with the view's limit, and nothing is added.
     *
     * @param key any text
     * @param delta zero or more
     * @param initial the first number
     * @return the new number
     * @throws NotACounterException when there is something else
     * @throws IllegalArgumentException when the delta is negative
     * @throws BackendException when it is not known whether it was added
     */
    long incr(String key, long delta, long initial);

    /**
     * Takes from a whole number in one step, down to zero; its limit stays.
     *
     * @param key any text
     * @param delta zero or more
     * @return the new number
     * @throws NoSuchCounterException when there is none
     * @throws NotACounterException when there is something else
     * @throws IllegalArgumentException when the delta is negative
     * @throws BackendException when it is not known whether it was taken
     */
    long decr(String key, long delta);

    /**
     * The same; a number that is not there becomes the initial one, with the view's limit, and nothing is taken.
     *
     * @param key any text
     * @param delta zero or more
     * @param initial the first number
     * @return the new number
     * @throws NotACounterException when there is something else
     * @throws IllegalArgumentException when the delta is negative
     * @throws BackendException when it is not known whether it was taken
     */
    long decr(String key, long delta, long initial);

    /**
     * The values of many keys, in one round trip where the store can.
     *
     * @param keys any texts
     * @return those that have one, in the order of the keys; unmodifiable
     */
    Map<String, @Nullable V> getAll(Collection<String> keys);

    /**
     * Stores many values, with the view's limit.
     *
     * @param values by key
     * @return whether all were stored
     */
    default boolean setAll(Map<String, ? extends @Nullable V> values) {
        return setAll(values, null);
    }

    /**
     * Stores many values.
     *
     * @param values by key
     * @param expireAfter of each, see above
     * @return whether all were stored
     */
    boolean setAll(Map<String, ? extends @Nullable V> values, @Nullable Duration expireAfter);

    /**
     * Forgets the values of many keys.
     *
     * @param keys any texts
     */
    void deleteAll(Collection<String> keys);

    /** Forgets all values of the view's namespace, of all schemas and types, in time that does not depend on their number. */
    void clear();

    /**
     * The same values as a map, which reads and writes through. Each operation is one of this cache's; putIfAbsent and
     * computeIfAbsent are {@link #add} and {@link #getOrCompute}. Size and iteration only where the store can enumerate
     * its keys: in memory.
     *
     * @return a map that throws {@link UnsupportedOperationException} for what it cannot
     */
    Map<String, V> asMap();

    /**
     * What has been done with the view's namespace at its backend's store since the start or the last reset, by this
     * application.
     *
     * @return a snapshot
     */
    Counters counters();

    /** Begins to count anew. */
    void resetCounters();

    /**
     * The same operations for callers that may not wait.
     *
     * @return a view of the same values
     */
    AsyncCache<V> async();

    /**
     * The same of another backend.
     *
     * @param name see {@link Backend}; empty for the default
     * @return a view with this one's prefix, schema, type and limits
     * @throws NoSuchBackendException when there is none of that name
     */
    Cache<V> backend(String name);

    /**
     * The same where values of other schemas are not seen.
     *
     * @param schema at most 100 characters; empty for none
     * @return a view
     */
    Cache<V> schema(String schema);

    /**
     * The same in a namespace of its own, whose keys are nobody else's. A prefix within a prefix is appended to it.
     *
     * @param prefix without quotation marks and control characters, at most 190 characters in all. Prefixes are few, 10,000
     *     different views at most: users' data belongs into keys
     * @return a view
     */
    Cache<V> prefixed(String prefix);

    /**
     * The same for values that become stale in {@link #getOrCompute}.
     *
     * @param age shorter than {@link #expireAfter}
     * @return a view
     */
    Cache<V> refreshAfter(Duration age);

    /**
     * The same with another limit for values that are given none, and in {@link #getOrCompute}.
     *
     * @param age greater than zero, or {@link #FOREVER}
     * @return a view
     */
    Cache<V> expireAfter(Duration age);

    /**
     * The same for values of one type.
     *
     * @param type without arguments of its own
     * @param <T> the type
     * @return a view
     */
    <T> Cache<T> of(Class<T> type);

    /**
     * The same for values of one type with arguments.
     *
     * @param type such as {@code new TypeOf<List<Book>>() {}}
     * @param <T> the type
     * @return a view
     */
    <T> Cache<T> of(TypeOf<T> type);
}
