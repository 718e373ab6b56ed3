package dev.memoized.it.quarkus;

import dev.memoized.CacheInvalidate;
import dev.memoized.CachePut;
import dev.memoized.Memoized;
import dev.memoized.spi.InvalidationMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;

/** What is remembered, and what changes it. */
@ApplicationScoped
public class Desk {
    private final AtomicInteger computations = new AtomicInteger();

    @Memoized(
            name = "desk",
            refreshAfter = "1m",
            expireAfter = "1h",
            tags = {"desks", "desk:{0}"})
    public String look(String key) {
        return key + computations.incrementAndGet();
    }

    @CachePut(name = "desk", key = "0")
    public String put(String key, String value) {
        return value;
    }

    @CacheInvalidate(name = "desk")
    public void drop(String key) {}

    @CacheInvalidate(tags = "desk:{0}", mode = InvalidationMode.SOFT)
    @CacheInvalidate(name = "desk", key = "1")
    public void drop(String soft, String hard) {}
}
