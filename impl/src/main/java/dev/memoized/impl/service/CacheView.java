package dev.memoized.impl.service;

import dev.memoized.AsyncCache;
import dev.memoized.Cache;
import dev.memoized.Counters;
import dev.memoized.Remembered;
import dev.memoized.TypeOf;
import dev.memoized.impl.backend.Kind;
import dev.memoized.impl.freshness.Limits;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/*
 * Concurrency: the region is the same whoever asks for it first.
 */
/** A view of one namespace, opened by its first operation. */
class CacheView<V> implements Cache<V> {
    private final Views views;
    private final Choice choice;
    private final Kind kind;
    private @Nullable Region region;

    CacheView(Views views, Choice choice) {
        this.views = views;
        this.choice = choice;
        this.kind = Kind.of(choice.type());
    }

    /** What it works on. */
    Region region() {
        Region known = region;
        if (known == null) {
            known = views.regions().of(choice);
            region = known;
        }
        return known;
    }

    private Store<Object> store() {
        return region().store();
    }

    @Override
    public @Nullable V get(String key) {
        Entry<Object> entry = store().read(key, views.time().nanos());
        return entry == null ? null : value(entry);
    }

    @Override
    public Optional<Remembered<V>> find(String key) {
        long now = views.time().nanos();
        Entry<Object> entry = store().read(key, now);
        if (entry == null) {
            return Optional.empty();
        }
        Duration age = Duration.ofNanos(Limits.age(entry, now));
        return Optional.of(new Remembered<>(value(entry), views.time().now().minus(age), age, entry.version()));
    }

    @SuppressWarnings("unchecked") // the store of a view shows values of its kind only
    private @Nullable V value(Entry<Object> entry) {
        return (V) entry.value();
    }

    @Override
    @SuppressWarnings("unchecked") // the computation's own, in the width of the view
    public @Nullable V getOrCompute(String key, Callable<? extends @Nullable V> computation) throws Exception {
        Object value = Computing.call(views, region().plain(), key, computation);
        return (V) kind.seen(value);
    }

    @Override
    public boolean set(String key, @Nullable V value, @Nullable Duration expireAfter) {
        return store().put(key, entry(value), region().life(value, expireAfter));
    }

    @Override
    public boolean add(String key, @Nullable V value, @Nullable Duration expireAfter) {
        return store().add(key, entry(value), region().life(value, expireAfter));
    }

    private Entry<Object> entry(@Nullable Object value) {
        return Entry.of(value, views.time().nanos(), Set.of());
    }

    @Override
    public boolean delete(String key) {
        return store().invalidate(key);
    }

    @Override
    public boolean hasKey(String key) {
        return store().read(key, views.time().nanos()) != null;
    }

    @Override
    public boolean touch(String key, @Nullable Duration expireAfter) {
        return store().touch(key, region().life(key, expireAfter));
    }

    @Override
    public long incr(String key, long delta) {
        return counting().up(key, delta);
    }

    @Override
    public long incr(String key, long delta, long initial) {
        return counting().up(key, delta, initial);
    }

    @Override
    public long decr(String key, long delta) {
        return counting().down(key, delta);
    }

    @Override
    public long decr(String key, long delta, long initial) {
        return counting().down(key, delta, initial);
    }

    private Counting counting() {
        return new Counting(region(), views.time());
    }

    @Override
    public Map<String, @Nullable V> getAll(Collection<String> keys) {
        Map<Object, Entry<Object>> found =
                store().readAll(List.copyOf(keys), views.time().nanos());
        Map<String, @Nullable V> values = new LinkedHashMap<>();
        for (String key : keys) {
            Entry<Object> entry = found.get(key);
            if (entry != null) {
                values.put(key, value(entry));
            }
        }
        return Collections.unmodifiableMap(values);
    }

    @Override
    public boolean setAll(Map<String, ? extends @Nullable V> values, @Nullable Duration expireAfter) {
        Map<Duration, Map<Object, Entry<Object>>> byLife = new HashMap<>();
        for (Map.Entry<String, ? extends @Nullable V> each : values.entrySet()) {
            Duration life = region().life(each.getValue(), expireAfter);
            byLife.putIfAbsent(life, new LinkedHashMap<>());
            Objects.requireNonNull(byLife.get(life)).put(each.getKey(), entry(each.getValue()));
        }
        boolean all = true;
        for (Map.Entry<Duration, Map<Object, Entry<Object>>> each : byLife.entrySet()) {
            all &= store().putAll(each.getValue(), each.getKey());
        }
        return all;
    }

    @Override
    public void deleteAll(Collection<String> keys) {
        store().invalidateAll(new ArrayList<>(keys));
    }

    @Override
    public void clear() {
        store().invalidate(Mark.namespace(region().name()), InvalidationMode.HARD);
    }

    /** The keys that hold a value of the view's type; null when the store cannot tell. */
    @Nullable
    List<String> keys() {
        Collection<Object> all = store().keys(views.time().nanos());
        return all == null
                ? null
                : List.copyOf(
                        getAll(all.stream().map(String.class::cast).toList()).keySet());
    }

    @Override
    public Map<String, V> asMap() {
        return new CacheMap<>(this);
    }

    @Override
    public Counters counters() {
        return views.regions().counters(choice);
    }

    @Override
    public void resetCounters() {
        views.regions().resetCounters(choice);
    }

    @Override
    public AsyncCache<V> async() {
        return new AsyncView<>(this, views, choice);
    }

    @Override
    public Cache<V> backend(String name) {
        Choice other = choice.backend(name);
        views.regions().check(other);
        return new CacheView<>(views, other);
    }

    @Override
    public Cache<V> schema(String schema) {
        return new CacheView<>(views, choice.schema(schema));
    }

    @Override
    public Cache<V> prefixed(String prefix) {
        return new CacheView<>(views, choice.prefixed(prefix));
    }

    @Override
    public Cache<V> refreshAfter(Duration age) {
        return new CacheView<>(views, choice.refreshAfter(age));
    }

    @Override
    public Cache<V> expireAfter(Duration age) {
        return new CacheView<>(views, choice.expireAfter(age));
    }

    @Override
    public <T> Cache<T> of(Class<T> type) {
        return new CacheView<>(views, choice.type(type));
    }

    @Override
    public <T> Cache<T> of(TypeOf<T> type) {
        return new CacheView<>(views, choice.type(type.type()));
    }
}
