package dev.memoized.benchmarks;

import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;

/**
 * What one fork measured of one benchmark.
 *
 * @param nanos of processor time a call, the median of its iterations; not a number when nobody asked
 * @param bytes a call
 */
record Figure(double nanos, double bytes) {
    private static final String BYTES = "gc.alloc.rate.norm";

    static Figure of(BenchmarkResult fork) {
        Map<String, ? extends Result<?>> found = secondary(fork);
        Result<?> nanos = found.get(CpuProfiler.LABEL);
        Result<?> bytes = found.get(BYTES);
        if (bytes == null) {
            throw new IllegalStateException("no " + BYTES + " among " + found.keySet());
        }
        return new Figure(nanos == null ? Double.NaN : nanos.getStatistics().getPercentile(50), bytes.getScore());
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // JMH's own signature
    private static Map<String, ? extends Result<?>> secondary(BenchmarkResult fork) {
        return (Map) fork.getSecondaryResults();
    }
}
