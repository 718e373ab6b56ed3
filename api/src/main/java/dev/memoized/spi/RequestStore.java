package dev.memoized.spi;

import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the library keeps what belongs to one request: the versions it has read, the entries that were used first, and the
 * values of methods with {@code backend = "request"}. Make one a CDI bean to let something else be a request, such as a step
 * of a batch job; by default it is the active CDI request context.
 */
@FunctionalInterface
public interface RequestStore {

    /**
     * What belongs to the request that this thread is in.
     *
     * @return the same map throughout the request and another one in each request, thrown away with it; null outside of
     *     requests. Only the library reads and writes it
     */
    @Nullable
    ConcurrentMap<Object, Object> current();
}
