package dev.memoized.it.application;

import dev.memoized.CacheInvalidate;
import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Titles of books, by versions and by tags, and a limit that configuration overrides. */
@ApplicationScoped
public class Books {
    static final String TITLE = "book.title";
    static final String SHELF = "book.shelf";
    static final String CONFIGURED = "book.configured";

    private final Map<String, AtomicInteger> computations = new ConcurrentHashMap<>();

    @Inject
    Edition edition;

    /** The title, as long as the edition is the same. */
    @Memoized(name = TITLE, versionedBy = Edition.class)
    public String title(String book) {
        return "%s, edition %d, computation %d".formatted(book, edition.current(), next("title of " + book));
    }

    /** What stands on a shelf, until something is put there. */
    @Memoized(name = SHELF, tags = "shelf:{name}")
    public String shelf(String name) {
        return "%s, computation %d".formatted(name, next("shelf " + name));
    }

    /** Puts something on a shelf. */
    @CacheInvalidate(tags = "shelf:{shelf}")
    public void put(String shelf, String book) {
        next(shelf + book);
    }

    /** Lives shorter than it says: configuration has the last word. */
    @Memoized(name = CONFIGURED, expireAfter = "1h")
    public String configured() {
        return "configured";
    }

    private int next(String what) {
        return computations.computeIfAbsent(what, first -> new AtomicInteger()).incrementAndGet();
    }
}
