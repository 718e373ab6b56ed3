package dev.memoized.benchmarks;

import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** A bean with memoized methods, both limits set. */
@ApplicationScoped
public class MemoizedBooks {
    private final LongAdder computations = new LongAdder();
    private final String title = "Remembrance of Things Past";

    @Memoized(refreshAfter = "1h", expireAfter = "2h")
    public String titleOf(String isbn) {
        return compute();
    }

    @Memoized(refreshAfter = "1h", expireAfter = "2h")
    public String titleOf(String isbn, int edition) {
        return compute();
    }

    @Memoized(refreshAfter = "1h", expireAfter = "2h", keyGenerator = WrappingKey.class)
    public String titleOfWrapped(String isbn) {
        return compute();
    }

    /** How often a body ran. */
    public long computations() {
        return computations.sum();
    }

    private String compute() {
        computations.increment();
        return title;
    }
}
