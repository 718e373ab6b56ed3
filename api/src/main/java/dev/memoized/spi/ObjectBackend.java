package dev.memoized.spi;

/** A backend that stores objects as they are. */
public interface ObjectBackend extends CacheBackend {

    /**
     * Opens the store of a namespace. Neither connects nor waits, and does not throw: that is for the store's operations.
     *
     * @param namespace what to open; called once for each name and schema, and equal ones share their entries
     * @return a store that lives as long as this backend
     */
    Store<Object> open(Namespace namespace);
}
