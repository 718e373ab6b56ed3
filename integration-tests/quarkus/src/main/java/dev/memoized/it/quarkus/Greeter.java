package dev.memoized.it.quarkus;

import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;

/** A bean whose answer depends on the request, which it does not say. */
@ApplicationScoped
public class Greeter {
    private final Visitor visitor;
    private final Journal journal;

    Greeter(Visitor visitor, Journal journal) {
        this.visitor = visitor;
        this.journal = journal;
    }

    @Memoized(refreshAfter = "1m", expireAfter = "1h")
    public String greet(String key) {
        journal.add(Thread.currentThread().getName());
        return key + " for " + visitor.name();
    }
}
