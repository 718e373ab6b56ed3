package dev.memoized;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a {@link Cache} for callers that may not wait. In memory they are done when they return; at a backend
 * that does not keep objects by reference they run where renewals run, 1,000 at a time at most. A stage fails with what the
 * operation would throw, and with {@link BackendException} when nobody can run it or the application ends. Each caller has
 * a stage of its own. Thread-safe.
 *
 * @param <V> the type of the values
 */
public interface AsyncCache<V> {

    /**
     * See {@link Cache#get}.
     *
     * @param key any text
     * @return completes with the value, or null
     */
    CompletionStage<@Nullable V> get(String key);

    /**
     * See {@link Cache#find}.
     *
     * @param key any text
     * @return completes with what there is
     */
    CompletionStage<Optional<Remembered<V>>> find(String key);

    /**
     * See {@link Cache#getOrCompute}; nobody waits for the stage, and what it completes with is stored.
     *
     * @param key any text
     * @param computation begins it
     * @return completes with what is remembered or computed
     */
    CompletionStage<@Nullable V> getOrCompute(
            String key, Callable<? extends CompletionStage<? extends @Nullable V>> computation);

    /**
     * See {@link Cache#set(String, Object)}.
     *
     * @param key any text
     * @param value or null
     * @return completes with whether it was stored
     */
    default CompletionStage<Boolean> set(String key, @Nullable V value) {
        return set(key, value, null);
    }

    /**
     * See {@link Cache#set(String, Object, Duration)}.
     *
     * @param key any text
     * @param value or null
     * @param expireAfter see there
     * @return completes with whether it was stored
     */
    CompletionStage<Boolean> set(String key, @Nullable V value, @Nullable Duration expireAfter);

    /**
     * See {@link Cache#add(String, Object)}.
     *
     * @param key any text
     * @param value or null
     * @return completes with whether there was none
     */
    default CompletionStage<Boolean> add(String key, @Nullable V value) {
        return add(key, value, null);
    }

    /**
     * See {@link Cache#add(String, Object, Duration)}.
     *
     * @param key any text
     * @param value or null
     * @param expireAfter see there
     * @return completes with whether there was none
     */
    CompletionStage<Boolean> add(String key, @Nullable V value, @Nullable Duration expireAfter);

    /**
     * See {@link Cache#delete}.
     *
     * @param key any text
     * @return completes with whether there was one
     */
    CompletionStage<Boolean> delete(String key);

    /**
     * See {@link Cache#hasKey}.
     *
     * @param key any text
     * @return completes with whether there is one
     */
    CompletionStage<Boolean> hasKey(String key);

    /**
     * See {@link Cache#touch}.
     *
     * @param key any text
     * @param expireAfter see there
     * @return completes with whether there was one
     */
    CompletionStage<Boolean> touch(String key, @Nullable Duration expireAfter);

    /**
     * See {@link Cache#incr(String, long)}.
     *
     * @param key any text
     * @param delta zero or more
     * @return completes with the new number
     */
    CompletionStage<Long> incr(String key, long delta);

    /**
     * See {@link Cache#incr(String, long, long)}.
     *
     * @param key any text
     * @param delta zero or more
     * @param initial the first number
     * @return completes with the new number
     */
    CompletionStage<Long> incr(String key, long delta, long initial);

    /**
     * See {@link Cache#decr(String, long)}.
     *
     * @param key any text
     * @param delta zero or more
     * @return completes with the new number
     */
    CompletionStage<Long> decr(String key, long delta);

    /**
     * See {@link Cache#decr(String, long, long)}.
     *
     * @param key any text
     * @param delta zero or more
     * @param initial the first number
     * @return completes with the new number
     */
    CompletionStage<Long> decr(String key, long delta, long initial);

    /**
     * See {@link Cache#getAll}.
     *
     * @param keys any texts
     * @return completes with those that have a value
     */
    CompletionStage<Map<String, @Nullable V>> getAll(Collection<String> keys);

    /**
     * See {@link Cache#setAll(Map)}.
     *
     * @param values by key
     * @return completes with whether all were stored
     */
    default CompletionStage<Boolean> setAll(Map<String, ? extends @Nullable V> values) {
        return setAll(values, null);
    }

    /**
     * See {@link Cache#setAll(Map, Duration)}.
     *
     * @param values by key
     * @param expireAfter see there
     * @return completes with whether all were stored
     */
    CompletionStage<Boolean> setAll(Map<String, ? extends @Nullable V> values, @Nullable Duration expireAfter);

    /**
     * See {@link Cache#deleteAll}.
     *
     * @param keys any texts
     * @return completes when they are gone
     */
    CompletionStage<@Nullable Void> deleteAll(Collection<String> keys);

    /**
     * See {@link Cache#clear}.
     *
     * @return completes when all are gone
     */
    CompletionStage<@Nullable Void> clear();
}
