package dev.memoized.impl.backend;

import dev.memoized.impl.codec.ValueForm;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.Store;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A store of references that hands out copies: values are encoded when they are stored, and decoded at each read, so that
 * nobody changes what others get. What cannot change is kept as it is. Thread-safe.
 */
public final class CopyingStore extends ConvertingStore<Object> {
    private final Store<Object> store;

    /**
     * Puts itself before a store.
     *
     * @param store that keeps references
     * @param name of its namespace
     * @param form of the values
     * @param log is told once of what could not be copied
     */
    public CopyingStore(Store<Object> store, String name, ValueForm form, Log log) {
        super(store, new Copying(name, form, log));
        this.store = store;
    }

    @Override
    public @Nullable Collection<Object> keys(long now) {
        return store.keys(now);
    }
}
