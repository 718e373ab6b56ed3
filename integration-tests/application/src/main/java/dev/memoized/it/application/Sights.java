package dev.memoized.it.application;

import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what its computations saw. */
@ApplicationScoped
public class Sights {
    static final String NAME = "sight";

    private final AtomicInteger computations = new AtomicInteger();

    @Inject
    Eyes eyes;

    /** What this computation sees; the next one looks again. */
    @Memoized(name = NAME, refreshAfter = "1ms", expireAfter = "1h")
    public String see(String key) {
        return Answer.of("computation", computations.incrementAndGet()).text() + "\n" + eyes.look();
    }
}
