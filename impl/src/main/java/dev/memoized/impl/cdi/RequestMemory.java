package dev.memoized.impl.cdi;

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
}
