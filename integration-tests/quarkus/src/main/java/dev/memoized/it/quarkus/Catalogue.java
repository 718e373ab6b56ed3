package dev.memoized.it.quarkus;

import dev.memoized.Backend;
import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** A bean whose answers are numbered: the first for {@code "a"} is {@code "a#1"}. */
@ApplicationScoped
public class Catalogue {
    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

    @Memoized(refreshAfter = "1m", expireAfter = "1h")
    public String title(String key) {
        return compute(key);
    }

    @Memoized(backend = "shelf")
    public String byMember(String key) {
        return compute(key);
    }

    @Memoized
    @Backend("shelf")
    public String byQualifier(String key) {
        return compute(key);
    }

    @Memoized
    public CompletionStage<String> stage(String key) {
        return CompletableFuture.supplyAsync(() -> compute(key));
    }

    private String compute(String key) {
        return key + "#" + counts.merge(key, 1, Integer::sum);
    }
}
