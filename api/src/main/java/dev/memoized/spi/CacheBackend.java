package dev.memoized.spi;

import java.util.Set;

/**
 * Where entries are kept. A backend is an {@link ObjectBackend}; make it a CDI bean, with {@link dev.memoized.Backend}
 * or a qualifier of your own when it is not to be the default. Thread-safe.
 */
public interface CacheBackend extends AutoCloseable {

    /** What a backend may be able to do. */
    enum Capability {
        /** Other JVMs see its entries, leases and invalidations. */
        SHARED,
        /** Hands out the very objects that were stored. */
        BY_REFERENCE
    }

    /**
     * What this backend can do.
     *
     * @return the same at each call
     */
    Set<Capability> capabilities();

    /**
     * Gives up threads and connections; entries of a shared backend stay. A second call does nothing. Whoever made the
     * backend calls it: a bean's {@code @PreDestroy} method, or the disposer of its producer.
     */
    @Override
    default void close() {}
}
