package dev.memoized.impl.backend;

import dev.memoized.BackendException;
import dev.memoized.MemoizedException;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import java.util.Collection;

/** A store at which invalidations are made later; equal only to itself. */
final class Target {
    private final String namespace;
    private final Store<?> store;

    Target(String namespace, Store<?> store) {
        this.namespace = namespace;
        this.store = store;
    }

    String namespace() {
        return namespace;
    }

    void raise(Mark mark, InvalidationMode mode) {
        quietly(() -> store.invalidate(mark, mode));
    }

    /** Of a key that the store cannot have, as it says, there is nothing to drop. */
    void drop(Collection<?> keys) {
        try {
            store.invalidateAll(keys);
        } catch (BackendException failure) {
            throw failure;
        } catch (MemoizedException ofSome) {
            keys.forEach(this::dropIfKept);
        }
    }

    private void dropIfKept(Object key) {
        quietly(() -> store.invalidate(key));
    }

    private static void quietly(Runnable invalidation) {
        try {
            invalidation.run();
        } catch (BackendException failure) {
            throw failure;
        } catch (MemoizedException refused) {
            // nothing can have been stored under it
        }
    }
}
