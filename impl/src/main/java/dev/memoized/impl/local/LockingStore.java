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
        try (Turn turn = turn(key)) {
            return turn.doing(() -> super.read(key, now));
        }
    }

    @Override
    public StoreStats stats() {
        try (Turn turn = turn("")) {
            return turn.doing(super::stats);
        }
    }
}
