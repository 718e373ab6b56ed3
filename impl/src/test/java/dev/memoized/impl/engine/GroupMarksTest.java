package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.KeyGenerator;
import dev.memoized.MemoizedCall;
import dev.memoized.TwoPartKey;
import dev.memoized.impl.key.KeyParts;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** An invalidation is not undone when the object that it was made with changes later. */
class GroupMarksTest {
    private final Rig rig = Rig.create();
    private final Body counting = new Counting();

    /** Counts in its values. */
    private static final class Counting implements Body {
        private int computations;

        @Override
        public Object compute(Object... arguments) {
            return "value-" + ++computations;
        }
    }

    /** A book that may come to be another one. */
    private static final class Book {
        private String isbn;

        Book(String isbn) {
            this.isbn = isbn;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Book that && that.isbn.equals(isbn);
        }

        @Override
        public int hashCode() {
            return isbn.hashCode();
        }
    }

    /** The title of what is asked for. */
    public static final class TitleKey implements KeyGenerator {
        @Override
        public TwoPartKey key(MemoizedCall call) {
            return new TwoPartKey(call.arguments().get(0), "title");
        }
    }

    @Test
    void entryDropped_itsObjectChangesLater_entryStaysDropped() throws Exception {
        Rigged method = rig.plain(Terms.standard().keyGenerator(TitleKey.class), counting);
        method.call(new Book("1"));
        drop(method, new Book("1"));
        assertThat(method.call(new Book("1"))).isEqualTo("value-2");
    }

    @Test
    void callDroppedDuringItsComputation_itsObjectChangesLater_nothingIsStored() throws Exception {
        AtomicReference<Rigged> method = new AtomicReference<>();
        Body dropping = arguments -> {
            Object value = counting.compute(arguments);
            if (value.equals("value-1")) {
                drop(method.get(), new Book("1"));
            }
            return value;
        };
        method.set(rig.plain(Terms.standard().varyBy(List.of(Tenant.class)), dropping));
        Tenant.as("acme", () -> method.get().call(new Book("1")));
        assertThat(Tenant.as("acme", () -> method.get().call(new Book("1")))).isEqualTo("value-2");
    }

    @Test
    void groupOfTextDropped_othersStay() throws Exception {
        Rigged method = rig.plain(Terms.standard().keyGenerator(TitleKey.class), counting);
        method.call("a");
        method.call("b");
        method.raise(Mark.group(Terms.NAME, KeyParts.of("a")), InvalidationMode.HARD);
        assertThat(method.call("b")).isEqualTo("value-2");
        assertThat(method.call("a")).isEqualTo("value-3");
    }

    private static void drop(Rigged method, Book book) {
        method.raise(Mark.group(Terms.NAME, KeyParts.of(book)), InvalidationMode.HARD);
        book.isbn = "2";
    }
}
