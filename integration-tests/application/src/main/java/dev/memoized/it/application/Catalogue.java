package dev.memoized.it.application;

import dev.memoized.CacheInvalidate;
import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers in a Redis that other applications share. */
@ApplicationScoped
public class Catalogue {
    static final String LISTING = "catalogue.listing";
    static final String PASSING = "catalogue.passing";
    private static final String REDIS = "redis";
    private static final LocalDate PRINTED = LocalDate.of(1813, 1, 28);

    private final Map<String, AtomicInteger> computations = new ConcurrentHashMap<>();

    /** What is known of a book. */
    @Memoized(name = LISTING, backend = REDIS, tags = "listing:{book}")
    public Listing listing(String book) {
        return next(book);
    }

    /** The same, stale as soon as it is said. */
    @Memoized(name = PASSING, backend = REDIS, refreshAfter = "1ms", expireAfter = "1h")
    public Listing passing(String book) {
        return next(book);
    }

    /** Something else is known of a book. */
    @CacheInvalidate(tags = "listing:{book}")
    public void correct(String book) {
        next(book);
    }

    private Listing next(String book) {
        int computation =
                computations.computeIfAbsent(book, first -> new AtomicInteger()).incrementAndGet();
        return new Listing(book, computation, PRINTED, List.of("novels", "classics"));
    }
}
