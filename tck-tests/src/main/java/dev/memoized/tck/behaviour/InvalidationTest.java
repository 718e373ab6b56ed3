package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.tck.Deployed;
import dev.memoized.tck.behaviour.Lending.Author;
import dev.memoized.tck.behaviour.Lending.Book;
import dev.memoized.tck.behaviour.Lending.Desk;
import dev.memoized.tck.behaviour.Lending.Language;
import dev.memoized.tck.behaviour.Lending.Library;
import dev.memoized.tck.behaviour.Lending.Ticket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What methods drop when they succeed. */
@Timeout(60)
class InvalidationTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Library.class, Desk.class, Language.class);

    private final Library library = app.get(Library.class);
    private final Desk desk = app.get(Desk.class);
    private final Language language = app.get(Language.class);

    @BeforeEach
    void fill() {
        library.set(new Book(1, "one", new Author(5, "a")));
        library.set(new Book(2, "two", new Author(6, "b")));
        desk.forgetAll();
        desk.save(new Book(1, "one", new Author(5, "a")));
        desk.save(new Book(2, "two", new Author(6, "b")));
        library.book(1);
        library.book(2);
    }

    @Test
    void key_drops_its_entry_and_no_other() throws Exception {
        desk.save(new Book(1, "uno", null));
        assertThat(desk.outcome(() -> library.book(2))).isEqualTo(FRESH);
        assertThat(library.book(1).title()).isEqualTo("uno");
    }

    @Test
    void marked_parameters_are_the_key() {
        desk.rename(1, "uno", false);
        assertThat(library.book(1).title()).isEqualTo("uno");
    }

    @Test
    void method_that_throws_drops_nothing() throws Exception {
        assertThatThrownBy(() -> desk.rename(1, "uno", true)).hasMessage("not saved");
        assertThat(desk.outcome(() -> library.book(1))).isEqualTo(FRESH);
    }

    @Test
    void update_in_one_language_drops_all_languages() {
        assertThat(titles()).containsExactly("one-en", "one-fr");
        language.restore("fr");
        desk.save(new Book(1, "uno", null));
        assertThat(titles()).containsExactly("uno-en", "uno-fr");
    }

    @Test
    void update_of_the_current_context_drops_that_only() {
        assertThat(titles()).containsExactly("one-en", "one-fr");
        language.restore("fr");
        desk.translate(new Book(1, "uno", null));
        assertThat(titles()).containsExactly("one-en", "uno-fr");
    }

    private String[] titles() {
        String before = language.capture();
        try {
            language.restore("en");
            String english = library.title(1);
            language.restore("fr");
            return new String[] {english, library.title(1)};
        } finally {
            language.restore(before);
        }
    }

    @Test
    void soft_makes_one_entry_stale() throws Exception {
        desk.soften(1);
        assertThat(desk.outcome(() -> library.book(1))).isEqualTo(STALE);
        assertThat(desk.outcome(() -> library.book(2))).isEqualTo(FRESH);
    }

    @Test
    void all_drops_the_namespace() throws Exception {
        library.other(1);
        library.other(2);
        desk.forgetAll();
        assertThat(desk.outcome(() -> library.other(1))).isEqualTo(COMPUTED);
        assertThat(desk.outcome(() -> library.other(2))).isEqualTo(COMPUTED);
        assertThat(desk.outcome(() -> library.book(1))).isEqualTo(FRESH);
    }

    @Test
    void tag_from_an_argument_drops_those_of_the_argument() throws Exception {
        Author five = new Author(5, "a");
        Author six = new Author(6, "b");
        library.tagged(1, five);
        library.tagged(2, six);
        library.tagged(2, null);
        desk.moved(new Book(9, "", five));
        desk.moved(new Book(9, "", null));
        assertThat(desk.outcome(() -> library.tagged(1, five))).isEqualTo(COMPUTED);
        assertThat(desk.outcome(() -> library.tagged(2, six))).isEqualTo(FRESH);
        assertThat(desk.outcome(() -> library.tagged(2, null))).isEqualTo(FRESH);
    }

    @Test
    void soft_tag_makes_stale() throws Exception {
        library.tagged(1, null);
        library.mine(1);
        desk.soften();
        assertThat(desk.outcome(() -> library.tagged(1, null))).isEqualTo(STALE);
        assertThat(desk.outcome(() -> library.mine(1))).as("nobody renews it").isEqualTo(COMPUTED);
        assertThat(desk.outcome(() -> library.mine(1))).isEqualTo(FRESH);
    }

    @Test
    void stage_drops_when_it_completes() throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        CompletionStage<String> stage = desk.later(new Book(1, "uno", null), end);
        assertThat(desk.outcome(() -> library.book(1))).isEqualTo(FRESH);
        end.complete("done");
        assertThat(stage).isCompletedWithValue("done");
        assertThat(library.book(1).title()).isEqualTo("uno");
        end = new CompletableFuture<>();
        desk.later(new Book(1, "eins", null), end);
        end.completeExceptionally(new IllegalStateException());
        assertThat(library.book(1).title()).isEqualTo("uno");
    }

    @Test
    void result_that_is_put_is_what_the_next_call_gets() throws Exception {
        Book put = desk.put(new Book(1, "uno", null));
        assertThat(library.book(1)).isSameAs(put);
        assertThat(desk.outcome(() -> library.book(1))).isEqualTo(FRESH);
        assertThat(desk.outcome(() -> library.book(2))).isEqualTo(FRESH);
    }

    @Test
    void result_that_is_put_is_of_the_callers_context_and_drops_the_others() {
        assertThat(titles()).containsExactly("one-en", "one-fr");
        language.restore("fr");
        desk.put(1, "uno");
        assertThat(titles()).containsExactly("uno-en", "uno-put");
        language.restore("en");
    }

    @Test
    void stage_is_put_when_it_completes() throws Exception {
        Book uno = new Book(1, "uno", null);
        CompletableFuture<Book> end = new CompletableFuture<>();
        CompletionStage<Book> stage = desk.putLater(uno, end);
        assertThat(library.book(1).title()).isEqualTo("one");
        end.complete(uno);
        assertThat(stage).isCompletedWithValue(uno);
        assertThat(library.book(1)).isSameAs(uno);
        end = new CompletableFuture<>();
        desk.putLater(new Book(1, "eins", null), end);
        end.completeExceptionally(new IllegalStateException());
        assertThat(library.book(1)).isSameAs(uno);
    }

    @Test
    void argument_that_the_method_changes_is_dropped_before_and_after() throws Exception {
        Ticket ticket = new Ticket();
        ticket.id = 1;
        desk.give(ticket);
        assertThat(desk.outcome(() -> library.book(1))).isEqualTo(COMPUTED);
        assertThat(desk.outcome(() -> library.book(2))).isEqualTo(COMPUTED);
    }
}
