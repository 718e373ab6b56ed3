package dev.memoized.it.application;

import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Fails twice for each key. */
@ApplicationScoped
public class Flaky {
    static final String NAME = "flaky";

    private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();

    /** Succeeds at the third try. */
    @Memoized(name = NAME)
    @Retry(maxRetries = 3, delay = 0, jitter = 0)
    public String get(String key) {
        if (runs.computeIfAbsent(key, first -> new AtomicInteger()).incrementAndGet() <= 2) {
            throw new IllegalStateException("not yet");
        }
        return key;
    }

    int runsOf(String key) {
        return runs.getOrDefault(key, new AtomicInteger()).get();
    }
}
