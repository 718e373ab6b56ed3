package dev.memoized.impl.service;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A view in the form of a map: each operation is one of the view's, so that what is read and written together is not one step. */
final class CacheMap<V> extends AbstractMap<String, V> {
    private final CacheView<V> view;

    CacheMap(CacheView<V> view) {
        this.view = view;
    }

    @Override
    public boolean containsKey(Object key) {
        return key instanceof String text && view.hasKey(text);
    }

    @Override
    public @Nullable V get(Object key) {
        return key instanceof String text ? view.get(text) : null;
    }

    @Override
    public @Nullable V put(String key, V value) {
        V before = view.get(key);
        view.set(key, value);
        return before;
    }

    @Override
    public void putAll(Map<? extends String, ? extends V> values) {
        view.setAll(new LinkedHashMap<>(values));
    }

    @Override
    public @Nullable V putIfAbsent(String key, V value) {
        return view.add(key, value) ? null : view.get(key);
    }

    @Override
    public @Nullable V computeIfAbsent(String key, Function<? super String, ? extends V> computation) {
        try {
            return view.getOrCompute(key, () -> computation.apply(key));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public @Nullable V remove(Object key) {
        V before = get(key);
        if (key instanceof String text) {
            view.delete(text);
        }
        return before;
    }

    @Override
    public void clear() {
        view.clear();
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return new Entries();
    }

    private List<String> keys() {
        List<String> keys = view.keys();
        if (keys == null) {
            throw new UnsupportedOperationException("the store cannot enumerate its keys");
        }
        return keys;
    }

    private final class Entries extends AbstractSet<Entry<String, V>> {
        @Override
        public int size() {
            return keys().size();
        }

        @Override
        public Iterator<Entry<String, V>> iterator() {
            Iterator<? extends Entry<String, V>> found =
                    view.getAll(keys()).entrySet().iterator();
            return new Iterator<>() {
                private @Nullable String last;

                @Override
                public boolean hasNext() {
                    return found.hasNext();
                }

                @Override
                public Entry<String, V> next() {
                    Entry<String, V> entry = found.next();
                    last = entry.getKey();
                    return entry;
                }

                @Override
                public void remove() {
                    if (last == null) {
                        throw new IllegalStateException("nothing to remove");
                    }
                    view.delete(last);
                    last = null;
                }
            };
        }
    }
}
