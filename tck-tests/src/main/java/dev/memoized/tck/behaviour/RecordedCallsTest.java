package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.EntryException;
import dev.memoized.Memoized;
import dev.memoized.MemoizedEntry;
import dev.memoized.MemoizedMethods;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.tck.Journal;
import dev.memoized.tck.behaviour.OuterInterceptor.Route;
import dev.memoized.tck.behaviour.OuterInterceptor.Way;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Handles are made of calls of all kinds of beans and methods, which are not made. */
@Timeout(60)
class RecordedCallsTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(
            Journal.class,
            Shelf.class,
            MarkedShelf.class,
            Desk.class,
            Wish.class,
            OuterInterceptor.class,
            InnerInterceptor.class,
            Route.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final Journal journal = app.get(Journal.class);
    private final MemoizedMethods memoized = app.get(MemoizedMethods.class);
    private final String key = app.key();

    /** A result that nobody can put a proxy around. */
    record Page(String text) {}

    /** Methods with all kinds of results. */
    public abstract static class Shelves {
        private final Body body = new Body();

        @Inject
        Journal journal;

        @Outer
        @Inner
        @Memoized
        public String title(String key) {
            return compute(key);
        }

        @Memoized
        public int pages(String key) {
            return compute(key).length();
        }

        @Memoized
        public boolean isThere(String key) {
            return !compute(key).isEmpty();
        }

        @Memoized
        public char letter(String key) {
            return compute(key).charAt(0);
        }

        @Memoized
        public double price(String key) {
            return compute(key).length() / 2.0;
        }

        @Memoized
        public Page page(String key) {
            return new Page(compute(key));
        }

        @Memoized
        public Optional<String> found(String key) {
            return Optional.of(compute(key));
        }

        @Memoized
        public String[] row(String key) {
            return new String[] {compute(key)};
        }

        @Memoized
        public String fetched(String key) throws IOException {
            throw new IOException(compute(key));
        }

        public String forgotten(String key) {
            return compute(key);
        }

        private String compute(String key) {
            journal.add("body");
            return body.compute(key);
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Shelf extends Shelves {}

    /** Another one, with a qualifier. */
    @Marked
    @ApplicationScoped
    public static class MarkedShelf extends Shelves {}

    /** Another instance for each who asks. */
    @Dependent
    public static class Desk extends Shelves {}

    /** Another instance in each request. */
    @RequestScoped
    public static class Wish extends Shelves {}

    /** A qualifier. */
    @Qualifier
    @Retention(RetentionPolicy.RUNTIME)
    @interface Marked {
        /** As an object. */
        final class Literal extends AnnotationLiteral<Marked> implements Marked {
            private static final long serialVersionUID = 1L;
        }
    }

    @BeforeEach
    void forget() {
        journal.take();
    }

    @AfterEach
    void straighten() {
        app.get(Route.class).take(Way.STRAIGHT);
    }

    private <R> void assertWorks(Callable<R> call, R value) throws Exception {
        journal.take();
        MemoizedEntry<R> entry = memoized.entry(call);
        assertThat(journal.take()).doesNotContain("body", "inner in");
        assertThat(entry.contains()).isFalse();
        assertThat(entry.put(value)).isTrue();
        assertThat(call.call()).isEqualTo(value);
        assertThat(entry.lookup().orElseThrow().value()).isEqualTo(value);
        entry.invalidate();
        assertThat(entry.contains()).isFalse();
        assertThat(journal.take()).doesNotContain("body");
    }

    @Test
    void body_and_inner_interceptors_never_run() {
        memoized.entry(() -> shelf.title(key));
        assertThat(journal.take()).containsExactly("outer in", "outer out");
        assertThat(app.outcomes()).isEmpty();
    }

    @Test
    void texts_primitives_records_and_arrays_are_results() throws Exception {
        assertWorks(() -> shelf.title(key), "mine");
        assertWorks(() -> shelf.pages(key), 7);
        assertWorks(() -> shelf.isThere(key), true);
        assertWorks(() -> shelf.letter(key), 'x');
        assertWorks(() -> shelf.price(key), 1.5);
        assertWorks(() -> shelf.page(key), new Page("mine"));
        assertWorks(() -> shelf.found(key), Optional.of("mine"));
        assertWorks(() -> shelf.row(key), new String[] {"mine"});
    }

    @Test
    void checked_exception_is_no_hindrance() throws Exception {
        assertWorks(() -> shelf.fetched(key), "mine");
        assertThatThrownBy(() -> memoized.entry(() -> shelf.fetched(key)).refreshNow())
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(key + "#1");
    }

    @Test
    void qualified_bean_has_entries_of_its_own() throws Exception {
        MarkedShelf marked = app.get(MarkedShelf.class, new Marked.Literal());
        assertWorks(() -> marked.title(key), "mine");
        memoized.entry(() -> marked.title(key)).put("mine");
        assertThat(memoized.entry(() -> shelf.title(key)).contains()).isFalse();
    }

    @Test
    void dependent_and_request_scoped_beans_have_handles() throws Exception {
        Desk desk = app.get(Desk.class);
        assertWorks(() -> desk.title(key), "mine");
        assertThat(memoized.entry(() -> desk.title(key)).refreshNow()).isEqualTo(key + "#1");
        MemoizedEntry<String> ofWish = app.inRequest(() -> {
            Wish wish = app.get(Wish.class);
            assertWorks(() -> wish.title(key), "mine");
            return memoized.entry(() -> wish.title(key));
        });
        assertThat(ofWish.refreshNow()).isEqualTo(key + "#1");
    }

    @Test
    void method_that_is_not_memoized_is_told() {
        assertThatThrownBy(() -> memoized.entry(() -> shelf.forgotten(key)))
                .isInstanceOf(EntryException.class)
                .hasMessageStartingWith("MEMO0360");
    }

    @Test
    void result_that_is_made_use_of_is_told() {
        assertThatThrownBy(() -> memoized.entry(() -> shelf.page(key).text()))
                .isInstanceOf(EntryException.class)
                .hasMessageStartingWith("MEMO0362 " + Shelf.class.getName() + "#page(String)");
        assertThatThrownBy(() -> memoized.entry(() -> "pages: " + shelf.pages(key)))
                .isInstanceOf(EntryException.class)
                .hasMessageStartingWith("MEMO0362");
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED);
    }

    @Test
    void denied_caller_gets_no_handle() {
        app.get(Route.class).take(Way.DEAD_END);
        assertThatThrownBy(() -> memoized.entry(() -> shelf.title(key)))
                .isExactlyInstanceOf(SecurityException.class)
                .hasMessage("dead end");
    }
}
