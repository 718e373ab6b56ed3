package dev.memoized.impl.cdi;

import dev.memoized.impl.engine.OfRequest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What the library keeps for one CDI request. */
@RequestScoped
public class RequestMemory {
    private final ConcurrentMap<Object, Object> kept = new ConcurrentHashMap<>();

    /** The request's own map. */
    public ConcurrentMap<Object, Object> kept() {
        return kept;
    }

    /** Tells it to all that ends with the request. */
    @PreDestroy
    void end() {
        for (Object each : kept.values()) {
            if (each instanceof OfRequest ending) {
                ending.close();
            }
        }
    }
}
