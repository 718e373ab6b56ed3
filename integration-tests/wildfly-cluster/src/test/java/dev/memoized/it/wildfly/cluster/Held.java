package dev.memoized.it.wildfly.cluster;

import dev.memoized.CacheInvalidate;
import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Computes for as long as a test holds it: in the application, on each node by itself. */
@ApplicationScoped
public class Held {
    static final String NAME = "held";

    /** A backend whose cache will not do. */
    static final String REFUSED = "refused";

    private static final long AT_MOST_SECONDS = 120;

    private final Map<String, State> states = new ConcurrentHashMap<>();

    /** What has become of a key on this node. */
    static final class State {
        final AtomicInteger callers = new AtomicInteger();
        final AtomicInteger computations = new AtomicInteger();
        final CountDownLatch released = new CountDownLatch(1);
    }

    /** Which node has computed it, and how often that one has. */
    @Memoized(name = NAME, tags = "held:{key}", waitAtMost = "2m")
    public String value(String key) throws InterruptedException {
        State state = state(key);
        int computation = state.computations.incrementAndGet();
        if (!state.released.await(AT_MOST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody has released " + key);
        }
        return "%s, computation %d".formatted(System.getProperty("jboss.node.name"), computation);
    }

    /** Is computed each time. */
    @Memoized(name = REFUSED, backend = REFUSED)
    public int refused(String key) {
        return state(key).computations.incrementAndGet();
    }

    /** Drops it by its tag. */
    @CacheInvalidate(tags = "held:{key}")
    public void dropTag(String key) {
        state(key);
    }

    State state(String key) {
        return states.computeIfAbsent(key, first -> new State());
    }
}
