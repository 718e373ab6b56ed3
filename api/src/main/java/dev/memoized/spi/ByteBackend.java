package dev.memoized.spi;

/**
 * A backend that stores bytes. The library encodes values before them, and gives keys, the parts of groups and versions as
 * text in the form of {@link Namespace.KeyForm}: a key is a {@code String}, or a {@link TaggedKey} of one. A value is
 * opaque, but for whole numbers that are to be counted: those come as decimal text ({@code "-12"}), and no other value
 * begins with a digit or a minus sign, so that an increment can be one operation of the server.
 */
public interface ByteBackend extends CacheBackend {

    /**
     * Opens the store of a namespace. Neither connects nor waits, and does not throw: that is for the store's operations.
     *
     * @param namespace what to open; called once for each name and schema, and equal ones share their entries
     * @return a store that lives as long as this backend
     */
    Store<byte[]> open(Namespace namespace);
}
