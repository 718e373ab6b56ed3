package dev.memoized.impl.local;

import dev.memoized.BackendException;
import dev.memoized.impl.log.StoreMessage;
import dev.memoized.spi.PlainStore;
import dev.memoized.spi.StoreStats;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A place of somebody else. */
final class PlainShelf extends Shelf {
    private final PlainStore store;
    private final String name;
    private final TimeSource time;

    PlainShelf(Scope scope, PlainStore store, String name, TimeSource time) {
        super(scope);
        this.store = store;
        this.name = name;
        this.time = time;
    }

    @Override
    @Nullable
    Node get(Object key) {
        PlainStore.Kept kept = this.<PlainStore.@Nullable Kept>call(() -> store.get(key));
        return kept == null ? null : new Node(kept.entry(), kept.end());
    }

    @Override
    void keep(Object key, Node node) {
        Duration life = Duration.ofNanos(node.deadline() - time.nanos());
        run(() -> store.put(key, new PlainStore.Kept(node.entry(), node.deadline()), life));
    }

    @Override
    void remove(Object key) {
        run(() -> store.remove(key));
    }

    @Override
    void clear() {
        run(store::clear);
    }

    @Override
    StoreStats stats() {
        return new StoreStats(call(store::size), -1, 0);
    }

    private void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    private <T extends @Nullable Object> T call(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException failure) {
            throw new BackendException(
                    StoreMessage.STORE_BROKEN.text(name, failure.getClass().getName()), failure);
        }
    }
}
