package dev.memoized.it.quarkus;

import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;

/** A bean with three interceptors. */
@ApplicationScoped
public class Workshop {
    private final Journal journal;

    Workshop(Journal journal) {
        this.journal = journal;
    }

    @Traced
    @Memoized
    public String work(String key) {
        journal.add("body");
        return key;
    }
}
