package dev.memoized.impl.local;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * The backend in memory of one deployment. Once closed it keeps nothing: reads find nothing, leases are granted and their
 * results refused.
 */
public final class LocalBackend implements ObjectBackend {
    static final int MAXIMUM_TAGS = 100_000;
    private static final int STRIPES = 16;

    private final Map<Opened, LocalStore> stores = new ConcurrentHashMap<>();
    private final TimeSource time;
    private final Marks marks;
    private final BiFunction<Namespace, LocalBackend, LocalStore> opener;
    private volatile boolean closed;

    /**
     * An empty backend.
     *
     * @param time by which lives end
     */
    public LocalBackend(TimeSource time) {
        this(time, MAXIMUM_TAGS);
    }

    /** One that remembers another number of invalidated tags. */
    LocalBackend(TimeSource time, int maximumTags) {
        this(time, maximumTags, (namespace, backend) -> inMemory(namespace, backend, STRIPES));
    }

    /** One that keeps its entries elsewhere. */
    LocalBackend(TimeSource time, int maximumTags, BiFunction<Namespace, LocalBackend, LocalStore> opener) {
        this.time = time;
        this.opener = opener;
        this.marks = new Marks(time, maximumTags);
    }

    private static LocalStore inMemory(Namespace namespace, LocalBackend backend, int stripes) {
        Shelf shelf = new CaffeineShelf(backend.scope(namespace.name()), namespace.maximumEntries());
        return new LocalStore(namespace, backend, shelf, stripes);
    }

    /** Of two namespaces with the same name and schema the first one decides about the size. */
    @Override
    public Store<Object> open(Namespace namespace) {
        Opened opened = new Opened(namespace.name(), namespace.schema());
        LocalStore fresh = opener.apply(namespace, this);
        LocalStore known = stores.putIfAbsent(opened, fresh);
        LocalStore store = known == null ? fresh : known;
        if (closed) {
            store.close();
        }
        return store;
    }

    /**
     * Opens a small store that only its opener knows and that ends with it. It shares no entries, but all marks: what
     * invalidates entries of the namespace invalidates its too.
     */
    public Store<Object> openApart(Namespace namespace) {
        return inMemory(namespace, this, 1);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.BY_REFERENCE);
    }

    @Override
    public void close() {
        closed = true;
        stores.values().forEach(LocalStore::close);
    }

    TimeSource time() {
        return time;
    }

    Scope scope(String namespace) {
        return new Scope(marks.ofNamespace(namespace), marks);
    }

    void invalidate(Mark mark, InvalidationMode mode) {
        boolean all = mark.kind() == Mark.Kind.NAMESPACE && mode == InvalidationMode.HARD;
        marks.raise(mark, mode, all ? () -> clear(mark.name()) : () -> {});
    }

    private void clear(String namespace) {
        stores.forEach((opened, store) -> {
            if (opened.name().equals(namespace)) {
                store.clear();
            }
        });
    }

    private record Opened(String name, String schema) {}
}
