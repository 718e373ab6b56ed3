package dev.memoized.impl.backend;

import dev.memoized.impl.codec.ValueForm;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;

/**
 * Objects in a store of bytes: keys and versions as text, values in their form. What is read is of this key, codec and
 * type, or a miss that is counted; what cannot be written is not stored. Thread-safe.
 */
public final class EncodedStore extends ConvertingStore<byte[]> {

    /**
     * Puts itself before a store.
     *
     * @param store that keeps bytes
     * @param namespace that it was opened for
     * @param form of the values
     * @param numbers whether an {@code Integer} or a {@code Long} can be counted, and is decimal text
     * @param log is told once of what could not be written or read
     */
    public EncodedStore(Store<byte[]> store, Namespace namespace, ValueForm form, Numbers numbers, Log log) {
        super(store, new Encoding(namespace, form, numbers, log));
    }

    /** How whole numbers are written. */
    public enum Numbers {
        /** As decimal text: the store can increment them. For values that a program sets. */
        COUNTED,
        /** As all other values. For results of methods. */
        PLAIN
    }
}
