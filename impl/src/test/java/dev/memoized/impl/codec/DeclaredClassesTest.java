package dev.memoized.impl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.TypeOf;
import dev.memoized.spi.ValueCodec;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a subclass adds would be lost wherever it is inside of a value. */
class DeclaredClassesTest {
    /** A class that can be extended. */
    public static class Book {
        public String title = "Emma";
    }

    /** One that has more. */
    public static class SpecialBook extends Book {
        public String extra = "signed";
    }

    /** One that has such a field. */
    public static class Shelf {
        public Book first = new Book();
        public List<Book> books = new ArrayList<>();
        public transient Book unwritten = new SpecialBook();
    }

    /** A record of it. */
    public record Loan(Optional<Book> book, BigDecimal fee) {}

    private static final Type BOOKS = new TypeOf<List<Book>>() {}.type();
    private static final Type BY_NAME = new TypeOf<Map<String, List<Book>>>() {}.type();
    private static final Type SORTED = new TypeOf<SortedMap<String, Integer>>() {}.type();

    private static Shelf shelf(Book first, Book... others) {
        Shelf shelf = new Shelf();
        shelf.first = first;
        shelf.books.addAll(Arrays.asList(others));
        return shelf;
    }

    private static SortedMap<String, Integer> sorted(boolean byCase) {
        SortedMap<String, Integer> map = byCase ? new TreeMap<>() : new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        map.put("a", 1);
        return map;
    }

    static Stream<ValueCodec> codecs() {
        return Stream.of(new JsonbCodec(), new JacksonCodec());
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void declaredClasses_areWritten(ValueCodec codec) throws Exception {
        assertThat(codec.encode(List.of(new Book()), BOOKS)).isNotEmpty();
        assertThat(codec.encode(Map.of("a", List.of(new Book())), BY_NAME)).isNotEmpty();
        assertThat(codec.encode(shelf(new Book(), new Book()), Shelf.class)).isNotEmpty();
        assertThat(codec.encode(new Loan(Optional.of(new Book()), BigDecimal.ONE), Loan.class))
                .isNotEmpty();
        assertThat(codec.encode(new Book[] {new Book(), null}, Book[].class)).isNotEmpty();
        assertThat(codec.encode(sorted(true), SORTED)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void subclassesInside_areNotWritten(ValueCodec codec) {
        refused(codec, List.of(new Book(), new SpecialBook()), BOOKS);
        refused(codec, Map.of("a", List.of(new SpecialBook())), BY_NAME);
        refused(codec, shelf(new SpecialBook()), Shelf.class);
        refused(codec, shelf(new Book(), new SpecialBook()), Shelf.class);
        refused(codec, new Loan(Optional.of(new SpecialBook()), BigDecimal.ONE), Loan.class);
        refused(codec, new Book[] {new SpecialBook()}, Book[].class);
        refused(codec, new SpecialBook(), Book.class);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void orderOfAComparator_isNotWritten(ValueCodec codec) {
        refused(codec, sorted(false), SORTED);
    }

    private static void refused(ValueCodec codec, Object value, Type type) {
        assertThatThrownBy(() -> codec.encode(value, type)).isInstanceOf(IllegalArgumentException.class);
    }
}
