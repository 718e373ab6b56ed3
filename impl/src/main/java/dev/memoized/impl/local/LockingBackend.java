package dev.memoized.impl.local;

import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.PlainBackend;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.util.EnumSet;
import java.util.Set;

/**
 * Gives leases, marks and counting to stores that can only get, put and remove: those live beside, in this JVM, as they do
 * for our own memory. Stores are called in the key's turn, reading included, and never while a mark is raised. So one that
 * hangs makes its callers wait and whoever invalidates by a mark: put a guard around this backend to bound that.
 */
public final class LockingBackend implements ObjectBackend {
    private final PlainBackend plain;
    private final LocalBackend local;

    /**
     * Opens nothing yet.
     *
     * @param plain whose stores are called; closed with this backend
     * @param time by which lives end
     */
    public LockingBackend(PlainBackend plain, TimeSource time) {
        this(plain, time, LocalBackend.MAXIMUM_TAGS);
    }

    /** One that remembers another number of invalidated tags. */
    LockingBackend(PlainBackend plain, TimeSource time, int maximumTags) {
        this.plain = plain;
        this.local = new LocalBackend(time, maximumTags, this::store);
    }

    private LocalStore store(Namespace namespace, LocalBackend backend) {
        Shelf shelf = new PlainShelf(
                backend.scope(namespace.name()), plain.open(namespace), namespace.name(), backend.time());
        return new LockingStore(namespace, backend, shelf, plain.keysAtATime());
    }

    @Override
    public Store<Object> open(Namespace namespace) {
        return local.open(namespace);
    }

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> own = EnumSet.noneOf(Capability.class);
        own.addAll(plain.capabilities());
        own.remove(Capability.SHARED);
        return own;
    }

    @Override
    public void close() {
        local.close();
        plain.close();
    }
}
