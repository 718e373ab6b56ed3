package dev.memoized.tck.behaviour;

import dev.memoized.CacheInvalidate;
import dev.memoized.CacheInvalidate.Contexts;
import dev.memoized.CacheKey;
import dev.memoized.CachePut;
import dev.memoized.ContextValue;
import dev.memoized.Memoized;
import dev.memoized.MemoizedMethods;
import dev.memoized.Outcome;
import dev.memoized.spi.InvalidationMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A library whose books change. */
final class Lending {
    private Lending() {}

    /** Of a book. */
    public record Author(long id, String name) {}

    /** A value. */
    public record Book(long id, String title, @Nullable Author author) {
        public int getPages() {
            return 7;
        }
    }

    /** Changes. */
    public static class Ticket {
        public long id;
    }

    /** The language of the caller. */
    @ApplicationScoped
    public static class Language implements ContextValue<String> {
        private final ThreadLocal<String> current = ThreadLocal.withInitial(() -> "en");

        @Override
        public String name() {
            return "language";
        }

        @Override
        public String capture() {
            return current.get();
        }

        @Override
        public void restore(String value) {
            current.set(value);
        }
    }

    /** Remembers. */
    @ApplicationScoped
    public static class Library {
        private final Map<Long, Book> books = new ConcurrentHashMap<>();

        private Book there(long id) {
            return Objects.requireNonNull(books.get(id));
        }

        @Inject
        Language language;

        void set(Book book) {
            books.put(book.id(), book);
        }

        @Memoized(name = "inv.book", refreshAfter = "1m", expireAfter = "1h")
        public Book book(long id) {
            return there(id);
        }

        @Memoized(name = "inv.title", varyBy = Language.class)
        public String title(long id) {
            return there(id).title() + "-" + language.capture();
        }

        @Memoized(
                name = "inv.tagged",
                tags = {"inv.books", "inv.author:{1.id}"})
        public String tagged(long id, @Nullable Author author) {
            return there(id).title();
        }

        @Memoized(name = "inv.mine", tags = "inv.books", backend = "instance")
        public String mine(long id) {
            return there(id).title();
        }

        @Memoized(name = "inv.other")
        public String other(long id) {
            return there(id).title();
        }
    }

    /** Changes. */
    @ApplicationScoped
    public static class Desk {
        @Inject
        Library library;

        @Inject
        MemoizedMethods memoized;

        @CacheInvalidate(name = "inv.book", key = "0.id")
        @CacheInvalidate(name = "inv.title", key = "0.id")
        public void save(Book book) {
            library.set(book);
        }

        @CacheInvalidate(name = "inv.book")
        public void rename(@CacheKey long id, String title, boolean fails) {
            library.set(new Book(id, title, null));
            if (fails) {
                throw new IllegalStateException("not saved");
            }
        }

        @CacheInvalidate(name = "inv.title", key = "result.id", contexts = Contexts.CURRENT)
        public Book translate(Book book) {
            library.set(book);
            return book;
        }

        @CacheInvalidate(name = "inv.book", mode = InvalidationMode.SOFT)
        public void soften(long id) {}

        @CacheInvalidate(name = "inv.other", all = true)
        public void forgetAll() {}

        @CacheInvalidate(tags = "inv.author:{0.author.id}")
        public void moved(Book book) {}

        @CacheInvalidate(tags = "inv.books", mode = InvalidationMode.SOFT)
        public void soften() {}

        @CacheInvalidate(name = "inv.book", key = "0.id")
        public CompletionStage<String> later(Book book, CompletionStage<String> end) {
            library.set(book);
            return end;
        }

        @CacheInvalidate(name = "inv.book", key = "0.id")
        public void give(Ticket ticket) {
            ticket.id = 2;
        }

        @CachePut(name = "inv.book", key = "0.id")
        public Book put(Book book) {
            library.set(book);
            return book;
        }

        @CachePut(name = "inv.title", key = "0")
        public String put(long id, String title) {
            library.set(new Book(id, title, null));
            return title + "-put";
        }

        @CachePut(name = "inv.book", key = "0.id")
        public CompletionStage<Book> putLater(Book book, CompletionStage<Book> end) {
            return end;
        }

        public Outcome outcome(Callable<?> call) throws Exception {
            return memoized.observe(call).outcome();
        }
    }
}
