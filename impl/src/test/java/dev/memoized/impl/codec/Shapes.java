package dev.memoized.impl.codec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Types that applications return. */
public final class Shapes {
    private Shapes() {}

    public enum Color {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "go";
            }
        }
    }

    public record Author(String name, LocalDate born) implements Serializable {}

    public record Book(
            String title,
            BigDecimal price,
            Optional<Author> author,
            List<Author> others,
            Map<LocalDate, List<Optional<Author>>> readers,
            Color color,
            Instant added,
            ZonedDateTime lent,
            Set<Color> colors,
            int pages,
            Double rating) {}

    public record Chain(String name, Chain next) {}

    public record Box<T>(T content, List<T> more) {}

    public record Plain(String name, List<Integer> numbers) implements Serializable {}

    record Hidden(String name) {}

    public sealed interface Figure permits Circle, Square {}

    public record Circle(int radius) implements Figure {}

    public record Square(int side) implements Figure {}

    @JsonbTypeInfo({@JsonbSubtype(alias = "cat", type = Cat.class), @JsonbSubtype(alias = "dog", type = Dog.class)})
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cat.class, name = "cat"),
        @JsonSubTypes.Type(value = Dog.class, name = "dog")
    })
    public sealed interface Animal permits Cat, Dog {}

    public record Cat(int lives) implements Animal {}

    public record Dog(String name) implements Animal {}

    public record Zoo(Animal first, List<Animal> others) {}

    /** Without accessors. */
    public static class Bean {
        private String name;
        private List<String> tags;

        protected Bean() {}

        Bean(String name, List<String> tags) {
            this.name = name;
            this.tags = tags;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bean that
                    && getClass() == that.getClass()
                    && Objects.equals(name, that.name)
                    && Objects.equals(tags, that.tags);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, tags);
        }
    }

    /** With one field more. */
    public static final class Special extends Bean {
        private int more;

        public Special() {}

        Special(String name, int more) {
            super(name, List.of());
            this.more = more;
        }

        @Override
        public boolean equals(Object other) {
            return super.equals(other) && other instanceof Special that && more == that.more;
        }

        @Override
        public int hashCode() {
            return super.hashCode() + more;
        }
    }

    /** That no library makes without being told how. */
    public static final class Fixed {
        final String name;

        Fixed(String name) {
            this.name = name;
        }
    }

    /** Types with arguments; each field is one. */
    static final class Declarations<T> {
        Map<LocalDate, List<Optional<Book>>> shelves;
        List<String> texts;
        Map<Color, Integer> counts;
        Box<String> box;
        Optional<Author> maybe;
        Optional<Optional<String>> nested;
        List<Optional<Optional<String>>> deeply;
        List<? extends Author> wild;
        List<T> variable;
        List<Object> open;
        List<Figure> figures;
        List<Animal> animals;
        Optional<Author>[] boxes;
        Map<Optional<String>, String> optionalKeys;
        Map<Author, String> objectKeys;
        Map<ZonedDateTime, String> timeKeys;
        Map.Entry<String, String> pair;

        @SuppressWarnings("rawtypes")
        List<List> raw;
    }

    static Type type(String field) {
        try {
            return Declarations.class.getDeclaredField(field).getGenericType();
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }
}
