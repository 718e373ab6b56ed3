package dev.memoized.impl.backend;

import dev.memoized.spi.Entry;
import dev.memoized.spi.Envelope;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A store whose marks and tags bear the prefix of one application: those of another one at the same backend are not its. The
 * store behind was opened under a name with the prefix, so that its keys bear it, too.
 *
 * @param <V> the form of the values
 */
public final class PrefixedStore<V> extends ForwardingStore<V> {
    /** In no name of a namespace, and in no prefix. */
    private static final char END = '\'';

    private final String prefix;

    private PrefixedStore(Store<V> store, String prefix) {
        super(store);
        this.prefix = prefix;
    }

    /**
     * Puts itself before a store.
     *
     * @param store opened under a {@link #named} name
     * @param prefix the store itself is the answer where it is empty
     */
    public static <V> Store<V> of(Store<V> store, String prefix) {
        return prefix.isEmpty() ? store : new PrefixedStore<>(store, prefix);
    }

    /** A name with its prefix; of different pairs different ones. */
    public static String named(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + END + name;
    }

    /** How many characters of a tag are its own, whatever they are: the rest is the prefix. */
    public static int longestTag(String prefix) {
        return Envelope.LONGEST_TEXT - named(prefix, "").length();
    }

    private String with(String name) {
        return named(prefix, name);
    }

    private String without(String name) {
        return name.substring(prefix.length() + 1);
    }

    private Mark with(Mark mark) {
        return new Mark(mark.kind(), with(mark.name()), mark.part());
    }

    private Object with(Object key) {
        return key instanceof TaggedKey tagged
                ? new TaggedKey(
                        tagged.key(),
                        each(tagged.tags(), this::with),
                        tagged.groups().stream().map(this::with).collect(Collectors.toUnmodifiableSet()))
                : key;
    }

    private Object without(Object key) {
        return key instanceof TaggedKey tagged
                ? new TaggedKey(
                        tagged.key(),
                        each(tagged.tags(), this::without),
                        tagged.groups().stream()
                                .map(mark -> new Mark(mark.kind(), without(mark.name()), mark.part()))
                                .collect(Collectors.toUnmodifiableSet()))
                : key;
    }

    private Entry<V> with(Entry<V> entry) {
        return tagged(entry, this::with);
    }

    private @Nullable Entry<V> without(@Nullable Entry<V> entry) {
        return entry == null ? null : tagged(entry, this::without);
    }

    private static Set<String> each(Set<String> tags, UnaryOperator<String> change) {
        return tags.stream().map(change).collect(Collectors.toUnmodifiableSet());
    }

    private static <V> Entry<V> tagged(Entry<V> entry, UnaryOperator<String> change) {
        return entry.tags().isEmpty()
                ? entry
                : new Entry<>(
                        entry.value(),
                        entry.computedAt(),
                        entry.computationTime(),
                        entry.version(),
                        entry.asOf(),
                        each(entry.tags(), change),
                        entry.softlyInvalidated(),
                        entry.ownLimits());
    }

    @Override
    public @Nullable Entry<V> read(Object key, long now) {
        return without(store().read(with(key), now));
    }

    @Override
    public LeaseAnswer<V> lease(Object key, Duration life, boolean exclusive) {
        LeaseAnswer<V> answer = store().lease(with(key), life, exclusive);
        Entry<V> entry = without(answer.entry());
        return answer instanceof LeaseAnswer.Busy<V> busy
                ? new LeaseAnswer.Busy<>(entry, busy.remaining())
                : new LeaseAnswer.Granted<>(new OuterLease(key, ((LeaseAnswer.Granted<V>) answer).lease()), entry);
    }

    @Override
    public boolean publish(Lease lease, Entry<V> entry, Duration life) {
        return store().publish(OuterLease.inner(lease), with(entry), life);
    }

    @Override
    public boolean renew(Lease lease, Duration life) {
        return store().renew(OuterLease.inner(lease), life);
    }

    @Override
    public void release(Lease lease) {
        store().release(OuterLease.inner(lease));
    }

    @Override
    public @Nullable Lease claim(Object key, Duration life) {
        Lease inner = store().claim(with(key), life);
        return inner == null ? null : new OuterLease(key, inner);
    }

    @Override
    public boolean replace(Lease claim, Entry<V> entry, Duration life, @Nullable Mark others) {
        return store().replace(OuterLease.inner(claim), with(entry), life, others == null ? null : with(others));
    }

    @Override
    public void awaitChange(Object key, Duration atMost) throws InterruptedException {
        store().awaitChange(with(key), atMost);
    }

    @Override
    public boolean put(Object key, Entry<V> entry, Duration life) {
        return store().put(with(key), with(entry), life);
    }

    @Override
    public boolean add(Object key, Entry<V> entry, Duration life) {
        return store().add(with(key), with(entry), life);
    }

    @Override
    public boolean invalidate(Object key) {
        return store().invalidate(with(key));
    }

    @Override
    public void invalidate(Mark mark, InvalidationMode mode) {
        store().invalidate(with(mark), mode);
    }

    @Override
    public boolean touch(Object key, Duration life) {
        return store().touch(with(key), life);
    }

    @Override
    public OptionalLong increment(Object key, long delta) {
        return store().increment(with(key), delta);
    }

    @Override
    public Map<Object, Entry<V>> readAll(Collection<?> keys, long now) {
        Map<Object, Object> given = new HashMap<>();
        keys.forEach(key -> given.put(with((Object) key), key));
        Map<Object, Entry<V>> found = new HashMap<>();
        store().readAll(given.keySet(), now)
                .forEach((key, entry) -> found.put(given.getOrDefault(key, key), tagged(entry, this::without)));
        return found;
    }

    @Override
    public @Nullable Collection<Object> keys(long now) {
        Collection<Object> keys = store().keys(now);
        return keys == null ? null : keys.stream().map(this::without).toList();
    }

    @Override
    public boolean putAll(Map<?, Entry<V>> entries, Duration life) {
        Map<Object, Entry<V>> all = new HashMap<>();
        entries.forEach((key, entry) -> all.put(with(key), with(entry)));
        return store().putAll(all, life);
    }

    @Override
    public void invalidateAll(Collection<?> keys) {
        store().invalidateAll(all(keys));
    }

    private List<Object> all(Collection<?> keys) {
        List<Object> all = new ArrayList<>(keys.size());
        keys.forEach(key -> all.add(with((Object) key)));
        return all;
    }
}
