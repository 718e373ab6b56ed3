package dev.memoized.impl.codec;

import dev.memoized.impl.codec.Shapes.Author;
import dev.memoized.impl.codec.Shapes.Book;
import dev.memoized.impl.codec.Shapes.Color;
import dev.memoized.impl.codec.Shapes.Plain;
import dev.memoized.spi.ValueCodec;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Values of each codec, the same at each run. */
public final class Samples {
    private static final ZonedDateTime IN_THE_OVERLAP = ZonedDateTime.of(
                    2026, 10, 25, 2, 30, 0, 123_456_789, ZoneId.of("Europe/Paris"))
            .withLaterOffsetAtOverlap();

    private Samples() {}

    /**
     * A value.
     *
     * @param name of its file
     * @param codec that writes it
     * @param type declared
     * @param value of that type
     */
    public record Sample(String name, ValueCodec codec, Type type, Object value) {
        public ValueForm form(int limit) {
            return new ValueForm(type, codec, limit);
        }
    }

    /** A few of each codec. */
    public static List<Sample> all() {
        ValueCodec jsonb = new JsonbCodec();
        ValueCodec jackson = new JacksonCodec();
        ValueCodec java = serialization();
        ValueCodec bytes = new BytesCodec();
        return List.of(
                new Sample("jsonb-book", jsonb, Book.class, book()),
                new Sample("jsonb-shelves", jsonb, Shapes.type("shelves"), shelves()),
                new Sample("jsonb-null", jsonb, Book.class, null),
                new Sample("jsonb-empty", jsonb, Shapes.type("maybe"), Optional.empty()),
                new Sample("jsonb-present", jsonb, Shapes.type("maybe"), Optional.of(author())),
                new Sample("jackson-book", jackson, Book.class, book()),
                new Sample("jackson-shelves", jackson, Shapes.type("shelves"), shelves()),
                new Sample("java-plain", java, Plain.class, new Plain("a", new ArrayList<>(List.of(1, 2)))),
                new Sample("bytes-text", bytes, String.class, "caf\u00e9 \ud83d\ude00"),
                new Sample("bytes-bytes", bytes, byte[].class, new byte[] {0, -1, 7}),
                new Sample("scalar-number", new ScalarCodec(), Object.class, 5.25),
                new Sample("scalar-all", new ScalarCodec(), Object.class, scalars()));
    }

    /** One that takes records of {@link Shapes} only. */
    static ValueCodec serialization() {
        return new SerializationCodec(Set.of(Plain.class.getName(), Author.class.getName()));
    }

    static Author author() {
        return new Author("N. N.", LocalDate.of(1900, 2, 28));
    }

    static Book book() {
        Map<LocalDate, List<Optional<Author>>> readers = new LinkedHashMap<>();
        readers.put(LocalDate.EPOCH, List.of(Optional.of(author()), Optional.empty()));
        return new Book(
                "T",
                new BigDecimal("1.10"),
                Optional.of(author()),
                List.of(author()),
                readers,
                Color.GREEN,
                Instant.ofEpochSecond(1, 123_456_789),
                IN_THE_OVERLAP,
                Set.of(Color.RED),
                3,
                null);
    }

    private static Object shelves() {
        return Map.of(LocalDate.EPOCH, List.of(Optional.of(book()), Optional.empty()));
    }

    /** One of each simple type. */
    static List<Object> scalars() {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put("a", 1);
        map.put(null, Arrays.asList(1, null));
        return Arrays.asList(
                true,
                (byte) 1,
                (short) 2,
                3,
                4L,
                '\ud800',
                1.5f,
                Double.NaN,
                "text",
                new BigInteger("123456789012345678901234567890"),
                new BigDecimal("-1.10"),
                new UUID(1, 2),
                Instant.MIN,
                LocalDate.MAX,
                LocalTime.of(1, 2, 3, 4),
                LocalDateTime.of(2026, 2, 28, 1, 2),
                Duration.ofSeconds(-1, 5),
                Set.of("a"),
                map,
                null);
    }
}
