package dev.memoized.impl.backend;

import dev.memoized.impl.codec.Codecs;
import dev.memoized.impl.codec.ValueForm;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.tck.store.StoreContract;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Copies of objects in memory. */
class CopyingStoreContractTest extends StoreContract<Object> {
    private static final int LARGEST = 1_000;

    private final LocalBackend backend = new LocalBackend(time());

    @Override
    protected CacheBackend backend() {
        return backend;
    }

    @Override
    protected Store<Object> open(CacheBackend opener, Namespace namespace) {
        ValueForm form = new ValueForm(Object.class, Codecs.scalar(), LARGEST);
        return new CopyingStore(backend.open(namespace), namespace.name(), form, new Log());
    }

    @Override
    protected Set<Capability> capabilities() {
        return Set.of();
    }

    /** One that could change. */
    @Override
    protected Object value(int number) {
        return List.of("value", number);
    }

    @Override
    protected Object wholeNumber(long number) {
        return number;
    }

    @Override
    protected @Nullable Object tooLarge() {
        return List.of("x".repeat(LARGEST));
    }
}
