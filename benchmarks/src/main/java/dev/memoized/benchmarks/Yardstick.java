package dev.memoized.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Caffeine by hand: as many entries as ours, one limit, neither interceptor nor single refresh. */
@State(Scope.Benchmark)
public class Yardstick {
    private static final String TITLE = "Raw";

    private final Cache<String, String> cache = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(2, TimeUnit.HOURS)
            .build();

    String titleOf(String isbn) {
        String known = cache.getIfPresent(isbn);
        return known == null ? compute(isbn) : known;
    }

    String computedTitleOf(String isbn) {
        return cache.get(isbn, missing -> TITLE);
    }

    private String compute(String isbn) {
        cache.put(isbn, TITLE);
        return TITLE;
    }
}
