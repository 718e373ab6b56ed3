package dev.memoized.impl.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/**
 * Runs something in a request context of its own. Being an intercepted bean of ours it also saves Weld work at every
 * memoized call below it.
 */
@ApplicationScoped
public class FreshRequest {

    /** Runs it; request-scoped beans that it made are destroyed at its end. */
    @ActivateRequestContext
    public void run(Runnable task) {
        task.run();
    }
}
