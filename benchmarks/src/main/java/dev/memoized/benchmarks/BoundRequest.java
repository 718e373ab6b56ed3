package dev.memoized.benchmarks;

import java.util.HashMap;
import java.util.Map;
import org.jboss.weld.context.bound.BoundRequestContext;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A request on the thread that measures. It is bound, as those of HTTP are: in a request that {@code
 * RequestContextController} activates, Weld takes the slow way through its interceptors (432 instead of 96 bytes).
 */
@State(Scope.Thread)
public class BoundRequest {
    private final Map<String, Object> storage = new HashMap<>();
    private BoundRequestContext context;

    @Setup
    public void begin(Application application) {
        context = application.requestContext();
        context.associate(storage);
        context.activate();
        if (!context.isActive()) {
            throw new IllegalStateException("the request is not active");
        }
    }

    @TearDown
    public void end() {
        context.invalidate();
        context.deactivate();
        context.dissociate(storage);
    }
}
