package dev.memoized.impl.context;

import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.spi.RequestStore;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The request that a thread is in, as the application's {@link RequestStore} tells it. */
public final class ActiveRequest {
    private final RequestStore requests;
    private final Log log;

    public ActiveRequest(RequestStore requests, Log log) {
        this.requests = requests;
        this.log = log;
    }

    /** What is kept for it; null outside of requests, and when the store fails. */
    public @Nullable ConcurrentMap<Object, Object> kept() {
        try {
            return requests.current();
        } catch (RuntimeException | LinkageError failure) {
            log.once(RuntimeMessage.REQUEST_STORE_FAILED, requests.getClass().getName(), failure);
            return null;
        }
    }
}
