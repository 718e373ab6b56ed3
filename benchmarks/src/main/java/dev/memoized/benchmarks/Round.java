package dev.memoized.benchmarks;

import java.util.Map;
import java.util.Objects;

/**
 * All benchmarks, one fork each: what is compared comes from one round.
 *
 * @param threads that called at once
 * @param figures by the benchmark's name
 */
record Round(int threads, Map<String, Figure> figures) {

    double nanos(String benchmark) {
        return figure(benchmark).nanos();
    }

    double bytes(String benchmark) {
        return figure(benchmark).bytes();
    }

    private Figure figure(String benchmark) {
        return Objects.requireNonNull(figures.get(benchmark), benchmark);
    }
}
