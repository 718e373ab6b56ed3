package dev.memoized.impl.cdi;

import dev.memoized.spi.RequestStore;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A request is the active CDI request context. */
final class CdiRequests implements RequestStore {
    private final BeanManager manager;
    private final RequestMemory memory;

    CdiRequests(BeanManager manager, RequestMemory memory) {
        this.manager = manager;
        this.memory = memory;
    }

    @Override
    public @Nullable ConcurrentMap<Object, Object> current() {
        return isActive() ? memory.kept() : null;
    }

    /** Whether this thread is in a request. */
    boolean isActive() {
        try {
            return manager.getContext(RequestScoped.class).isActive();
        } catch (ContextNotActiveException none) {
            return false;
        }
    }
}
