package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Counts how often the slow query runs. Knows nothing of caching: it sits where the work is done. */
@ApplicationScoped
class Computations {

    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();
    private final Map<Object, Integer> running = new ConcurrentHashMap<>();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @Inject
    Stopwatch watch;

    @Inject
    Feed feed;

    /** Runs a computation, counts it and tells of it; those of one language and week should not overlap. */
    <T> T count(Language language, Week week, Supplier<T> computation) {
        Object key = List.of(language, week);
        long number = begun.incrementAndGet();
        long begin = watch.micros();
        mostAtOnce.accumulateAndGet(running.merge(key, 1, Integer::sum), Math::max);
        feed.add(new News.Run(number, language.tag(), begin, -1, false));
        boolean failed = true;
        try {
            T result = computation.get();
            failed = false;
            return result;
        } finally {
            running.computeIfPresent(key, (same, atOnce) -> atOnce == 1 ? null : atOnce - 1);
            ended.incrementAndGet();
            feed.add(new News.Run(number, language.tag(), begin, watch.micros(), failed));
        }
    }

    Report report() {
        return new Report(begun.get(), ended.get(), mostAtOnce.get());
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
