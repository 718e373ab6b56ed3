package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Counts how often the slow query runs. Knows nothing of caching: it sits where the work is done. */
@ApplicationScoped
class Computations {

    private final LongAdder begun = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final Map<Object, Integer> running = new ConcurrentHashMap<>();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    /**
     * Runs a computation and counts it.
     *
     * @param key what is computed: those of one key should not overlap
     */
    <T> T count(Object key, Supplier<T> computation) {
        begun.increment();
        mostAtOnce.accumulateAndGet(running.merge(key, 1, Integer::sum), Math::max);
        try {
            return computation.get();
        } finally {
            running.computeIfPresent(key, (same, atOnce) -> atOnce == 1 ? null : atOnce - 1);
            ended.increment();
        }
    }

    Report report() {
        return new Report(begun.sum(), ended.sum(), mostAtOnce.get());
    }

    /**
     * The figures at a moment.
     *
     * @param begun how many have begun
     * @param ended how many of them have ended, well or not
     * @param mostAtOnce how many of one key ran at the same time, at most
     */
    public record Report(long begun, long ended, int mostAtOnce) {}
}
