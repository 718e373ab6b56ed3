package dev.memoized.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** A value that is there: by hand, behind an interceptor that does nothing, and memoized. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HitBenchmark {

    @Benchmark
    public String raw(Yardstick yardstick, Isbns isbns) {
        return yardstick.titleOf(isbns.next());
    }

    @Benchmark
    public String empty(Application application, BoundRequest request, Isbns isbns) {
        return application.empty.titleOf(isbns.next());
    }

    @Benchmark
    public String emptyOfTwo(Application application, BoundRequest request, Isbns isbns) {
        return application.empty.titleOf(isbns.next(), isbns.edition());
    }

    @Benchmark
    public String hit(Application application, BoundRequest request, OnlyHits check, Isbns isbns) {
        return application.memoized.titleOf(isbns.next());
    }

    @Benchmark
    public String hitOfTwo(Application application, BoundRequest request, OnlyHits check, Isbns isbns) {
        return application.memoized.titleOf(isbns.next(), isbns.edition());
    }

    @Benchmark
    public String hitOfWrapped(Application application, BoundRequest request, OnlyHits check, Isbns isbns) {
        return application.memoized.titleOfWrapped(isbns.next());
    }
}
