package dev.memoized.impl.backend;

import dev.memoized.impl.codec.Codecs;
import dev.memoized.impl.codec.ValueForm;
import dev.memoized.impl.key.StoredVersion;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.tck.store.StoreContract;
import dev.memoized.testing.MemoryByteBackend;
import org.jspecify.annotations.Nullable;

/** Objects in a store of bytes. */
class EncodedStoreContractTest extends StoreContract<Object> {
    private static final int LARGEST = 1_000;

    private final MemoryByteBackend backend = new MemoryByteBackend(time(), 10 * LARGEST);

    @Override
    protected CacheBackend backend() {
        return backend;
    }

    @Override
    protected Store<Object> open(CacheBackend opener, Namespace namespace) {
        ValueForm form = new ValueForm(Object.class, Codecs.scalar(), LARGEST);
        return new EncodedStore(backend.open(namespace), namespace, form, EncodedStore.Numbers.COUNTED, new Log());
    }

    @Override
    protected Object value(int number) {
        return "value-" + number;
    }

    /** Without a word on its type, as short as it can be. */
    @Override
    protected Object wholeNumber(long number) {
        return number == (int) number ? (Object) (int) number : (Object) number;
    }

    @Override
    protected @Nullable Object tooLarge() {
        return "x".repeat(LARGEST);
    }

    @Override
    protected Object storedVersion(Object version) {
        return new StoredVersion(version.toString(), Object::toString);
    }
}
