package dev.memoized.examples.bookshop;

import dev.memoized.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** Many callers that ask for the same list in the same moment, when nobody has it. */
@ApplicationScoped
class Herd {

    static final int LARGEST = 10_000;

    @Inject
    TopBooks topBooks;

    @Inject
    Weeks weeks;

    @Inject
    Stopwatch watch;

    @Inject
    Feed feed;

    private final ReentrantLock oneAtATime = new ReentrantLock();

    /**
     * Lets the callers loose, for a week that nobody has asked for, and returns when all have their answer.
     *
     * @return nothing when another herd is on its way
     */
    Optional<HerdReport> run(int callers, Language language) throws InterruptedException {
        if (!oneAtATime.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(runAlone(callers, language));
        } finally {
            oneAtATime.unlock();
        }
    }

    private HerdReport runAlone(int callers, Language language) throws InterruptedException {
        Week week = weeks.another();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        List<Caller> herd = IntStream.rangeClosed(1, callers)
                .mapToObj(number -> new Caller(number, gate, () -> topBooks.topBooks(language, week)))
                .toList();
        long start;
        long begin;
        try {
            herd.forEach(Caller::start);
        } finally {
            begin = watch.micros();
            start = System.nanoTime();
            gate.complete(null);
        }
        for (Caller caller : herd) {
            caller.join();
        }
        tell(herd, language, begin, start);
        return HerdReport.of(herd, Duration.ofNanos(System.nanoTime() - start));
    }

    private void tell(List<Caller> herd, Language language, long begin, long start) {
        for (Caller caller : herd) {
            Outcome outcome = Objects.requireNonNullElse(caller.outcome(), Outcome.FAILED);
            long end = begin + TimeUnit.NANOSECONDS.toMicros(caller.end() - start);
            feed.add(new News.Call(Visitors.COUNT + caller.number(), language.tag(), outcome.name(), begin, end));
        }
    }
}
