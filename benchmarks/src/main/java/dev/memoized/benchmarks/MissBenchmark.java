package dev.memoized.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** A value that is not there: each call has a new key, leads a flight, stores, and soon evicts another entry. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MissBenchmark {

    @Benchmark
    public String raw(Yardstick yardstick, NewIsbns isbns) {
        return yardstick.computedTitleOf(isbns.next());
    }

    @Benchmark
    public String empty(Application application, BoundRequest request, NewIsbns isbns) {
        return application.empty.titleOf(isbns.next());
    }

    @Benchmark
    public String miss(Application application, BoundRequest request, NewIsbns isbns) {
        return application.memoized.titleOf(isbns.next());
    }
}
