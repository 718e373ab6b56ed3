package dev.memoized.benchmarks;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Sees to it that what is called a hit was one: a bean that nobody intercepts would beat the empty interceptor. */
@State(Scope.Benchmark)
public class OnlyHits {

    @TearDown(Level.Iteration)
    public void check(Application application) {
        long computations = application.memoized.computations();
        if (computations > Isbns.COUNT) {
            throw new IllegalStateException(computations + " computations for " + Isbns.COUNT + " keys");
        }
    }
}
