package dev.memoized.impl.context;

import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.spi.RequestStore;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What the library keeps for the request that a thread is in; a store that fails is as good as no request.
 *
 * @param requests the application's, or the container's
 * @param log is told once
 */
public record CurrentRequest(RequestStore requests, Log log) {

    /** The request's map; null outside of requests. */
    public @Nullable ConcurrentMap<Object, Object> map() {
        try {
            return requests.current();
        } catch (RuntimeException | LinkageError failure) {
            log.once(RuntimeMessage.REQUEST_STORE_FAILED, requests.getClass().getName(), failure);
            return null;
        }
    }
}
