package dev.memoized.it.quarkus;

import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;

/** A bean that calls itself; on this container such calls are intercepted. */
@ApplicationScoped
public class Fibonacci {

    @Memoized(name = "fibonacci")
    public long of(int n) {
        return n < 2 ? n : of(n - 1) + of(n - 2);
    }
}
