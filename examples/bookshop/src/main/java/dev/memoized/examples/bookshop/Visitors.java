package dev.memoized.examples.bookshop;

import dev.memoized.ColdCacheException;
import dev.memoized.MemoizedMethods;
import dev.memoized.Outcome;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A few people who look at this week's list again and again. Who still waits for an answer does not ask anew. */
@ApplicationScoped
class Visitors {

    static final int COUNT = 4;
    static final String NOT_MEMOIZED = "NOT_MEMOIZED";

    @Inject
    MemoizedMethods memoized;

    @Inject
    TopBooks topBooks;

    @Inject
    Weeks weeks;

    @Inject
    Stopwatch watch;

    @Inject
    Feed feed;

    private final Map<Integer, Long> waiting = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(COUNT, visit -> {
        Thread thread = new Thread(visit, "visitor");
        thread.setDaemon(true);
        return thread;
    });

    /** Everybody who does not wait asks once more; returns at once. */
    void ask(Language language, boolean remember) {
        for (int number = 1; number <= COUNT; number++) {
            int visitor = number;
            long begin = watch.micros();
            if (waiting.putIfAbsent(visitor, begin) == null) {
                threads.execute(() -> visit(visitor, language, remember));
            }
        }
    }

    private void visit(int visitor, Language language, boolean remember) {
        try {
            long begin = watch.micros();
            String outcome = remember ? call(language) : callPastTheCache(language);
            feed.add(new News.Call(visitor, language.tag(), outcome, begin, watch.micros()));
        } finally {
            waiting.remove(visitor);
        }
    }

    private String call(Language language) {
        try {
            return memoized.observe(() -> topBooks.topBooks(language, weeks.current()))
                    .outcome()
                    .name();
        } catch (ColdCacheException e) {
            return Outcome.REFUSED.name();
        } catch (Exception e) {
            return Outcome.FAILED.name();
        }
    }

    private String callPastTheCache(Language language) {
        try {
            topBooks.topBooksEachTime(language, weeks.current());
            return NOT_MEMOIZED;
        } catch (RuntimeException e) {
            return Outcome.FAILED.name();
        }
    }

    /** Who waits for an answer. */
    List<News.Waiting> waiting() {
        return new TreeMap<>(waiting)
                .entrySet().stream()
                        .map(each -> new News.Waiting(each.getKey(), each.getValue()))
                        .toList();
    }

    @PreDestroy
    void leave() {
        threads.shutdownNow();
    }
}
