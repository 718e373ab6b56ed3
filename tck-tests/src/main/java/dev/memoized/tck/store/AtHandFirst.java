package dev.memoized.tck.store;

import dev.memoized.spi.AtHand;
import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.Store;
import org.jspecify.annotations.Nullable;

/**
 * Reads as calls do: what is {@linkplain Store#readAtHand at hand}, else what the store is asked for. For the contract of a
 * store that has something at hand, put before it by {@code open}.
 *
 * @param <V> the form of the values
 */
public final class AtHandFirst<V> extends ForwardingStore<V> {

    /**
     * Puts itself before a store.
     *
     * @param store that does the work
     */
    public AtHandFirst(Store<V> store) {
        super(store);
    }

    @Override
    public @Nullable Entry<V> read(Object key, long now) {
        AtHand<V> known = store().readAtHand(key, now);
        return known == null ? store().read(key, now) : known.entry();
    }
}
