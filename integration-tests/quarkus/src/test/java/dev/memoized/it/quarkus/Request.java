package dev.memoized.it.quarkus;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import java.util.concurrent.Callable;

/** A request of its own inside the one that Quarkus gives to each test. */
final class Request {
    private Request() {}

    static <R> R in(Callable<R> work) throws Exception {
        ManagedContext context = Arc.container().requestContext();
        ContextState around = context.getStateIfActive();
        context.activate();
        try {
            return work.call();
        } finally {
            context.terminate();
            if (around != null) {
                context.activate(around);
            }
        }
    }
}
