package dev.memoized.it.quarkus;

import dev.memoized.Memoized;
import jakarta.enterprise.context.Dependent;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps values for a request, and for its instance. */
@Dependent
public class Notes {
    private final AtomicInteger last = new AtomicInteger();

    @Memoized(backend = "request")
    public String ofRequest(String key) {
        return key + "#" + last.incrementAndGet();
    }

    @Memoized(backend = "instance")
    public String ofInstance(String key) {
        return key + "#" + last.incrementAndGet();
    }
}
