package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Many callers that ask for the same list in the same moment, when nobody has it. */
@ApplicationScoped
class Herd {

    static final int LARGEST = 10_000;

    @Inject
    TopBooks topBooks;

    @Inject
    Weeks weeks;

    /**
     * Lets the callers loose, for a week that nobody has asked for, and returns when all have their answer. One herd at a
     * time.
     */
    synchronized HerdReport run(int callers, Language language) throws InterruptedException {
        Week week = weeks.another();
        CompletableFuture<Void> gate = new CompletableFuture<>();
        List<Caller> herd = IntStream.range(0, callers)
                .mapToObj(number -> new Caller(number, gate, () -> topBooks.topBooks(language, week)))
                .toList();
        long start;
        try {
            herd.forEach(Caller::start);
        } finally {
            start = System.nanoTime();
            gate.complete(null);
        }
        for (Caller caller : herd) {
            caller.join();
        }
        return HerdReport.of(herd, Duration.ofNanos(System.nanoTime() - start));
    }
}
