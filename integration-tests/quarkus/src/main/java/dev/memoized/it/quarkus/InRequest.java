package dev.memoized.it.quarkus;

import dev.memoized.Memoized;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;

/** A bean of which each request has its own. */
@RequestScoped
public class InRequest {
    private final Journal journal;
    private final int number;

    InRequest(Journal journal) {
        this.journal = journal;
        this.number = journal.number();
    }

    @Memoized(refreshAfter = "1m", expireAfter = "1h")
    public int answer(String key) {
        journal.add(number + " computes " + key);
        return number;
    }

    @PreDestroy
    void destroy() {
        journal.add(number + " is destroyed");
    }
}
