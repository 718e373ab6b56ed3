package dev.memoized.examples.bookshop;

import dev.memoized.MemoizedMethods;
import dev.memoized.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how things are in the shop. */
@ApplicationScoped
class Board {

    /** More would not be read. */
    private static final int TITLES = 3;

    private static final List<Language> SHOWN = List.of(Language.EN, Language.FR);

    @Inject
    MemoizedMethods memoized;

    @Inject
    TopBooks topBooks;

    @Inject
    Weeks weeks;

    @Inject
    Visitors visitors;

    @Inject
    Computations computations;

    @Inject
    Origin origin;

    @Inject
    Stopwatch watch;

    @Inject
    Feed feed;

    void tell() {
        List<News.Entry> entries = SHOWN.stream().map(this::entry).toList();
        feed.add(new News.State(
                watch.micros(), origin.state().word(), computations.report().begun(), entries, visitors.waiting()));
    }

    private News.Entry entry(Language language) {
        Optional<Remembered<List<RankedBook>>> list = memoized.entry(() -> topBooks.topBooks(language, weeks.current()))
                .lookup();
        return list.map(each -> new News.Entry(
                        language.tag(),
                        true,
                        TimeUnit.NANOSECONDS.toMicros(each.age().toNanos()),
                        titles(each.value())))
                .orElse(new News.Entry(language.tag(), false, 0, List.of()));
    }

    private static List<String> titles(@Nullable List<RankedBook> books) {
        return Stream.ofNullable(books)
                .flatMap(List::stream)
                .limit(TITLES)
                .map(RankedBook::title)
                .toList();
    }
}
