package dev.memoized.tck.store;

/**
 * All that {@link dev.memoized.spi.Store} says, as tests: extend it in your backend's module, and say what it asks for.
 * {@link ObjectStoreContract} and {@link ByteStoreContract} know most of the answers.
 *
 * <p>The tests lie by topic in the classes that this one extends; each {@link Says} what it proves.
 *
 * @param <V> the form of the values that the store keeps
 */
public abstract class StoreContract<V> extends ReplacingContract<V> {

    /** For your test class. */
    protected StoreContract() {}
}
