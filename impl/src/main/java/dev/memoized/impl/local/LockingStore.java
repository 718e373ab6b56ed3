package dev.memoized.impl.local;

import dev.memoized.spi.Entry;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.StoreStats;
import org.jspecify.annotations.Nullable;

/** A namespace in a place that must be left to one thread a key: readings take their turn too. */
final class LockingStore extends LocalStore {
    LockingStore(Namespace namespace, LocalBackend backend, Shelf shelf, int stripes) {
        super(namespace, backend, shelf, stripes);
    }

    @Override
    public @Nullable Entry<Object> read(Object key, long now) {
        Turn turn = turn(key);
        try {
            return super.read(key, now);
        } finally {
            turn.close();
        }
    }

    @Override
    public StoreStats stats() {
        Turn turn = turn("");
        try {
            return super.stats();
        } finally {
            turn.close();
        }
    }
}
