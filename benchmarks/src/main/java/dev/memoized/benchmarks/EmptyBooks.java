package dev.memoized.benchmarks;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * A bean behind the interceptor that does nothing. Public, as beans are: Weld's client proxy calls other methods by
 * reflection, which costs 24 bytes.
 */
@ApplicationScoped
public class EmptyBooks {
    private final String title = "The Empty Space";

    @Empty
    public String titleOf(String isbn) {
        return title;
    }

    @Empty
    public String titleOf(String isbn, int edition) {
        return title;
    }
}
