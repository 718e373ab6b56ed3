package dev.memoized.impl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.impl.codec.Samples.Sample;
import dev.memoized.impl.codec.Shapes.Animal;
import dev.memoized.impl.codec.Shapes.Author;
import dev.memoized.impl.codec.Shapes.Bean;
import dev.memoized.impl.codec.Shapes.Box;
import dev.memoized.impl.codec.Shapes.Cat;
import dev.memoized.impl.codec.Shapes.Chain;
import dev.memoized.impl.codec.Shapes.Color;
import dev.memoized.impl.codec.Shapes.Dog;
import dev.memoized.impl.codec.Shapes.Special;
import dev.memoized.impl.codec.Shapes.Zoo;
import dev.memoized.spi.ValueCodec;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is not refused comes back equal. */
class RoundTripsTest {
    private static final int LIMIT = 100_000;

    private final ValueCodec jsonb = new JsonbCodec();
    private final ValueCodec jackson = new JacksonCodec();

    /** A type and one of its values. */
    private record Case(Type type, Object value) {}

    private static Stream<Case> cases() {
        ZonedDateTime time = Samples.book().lent();
        return Stream.of(
                new Case(Author.class, Samples.author()),
                new Case(Author.class, new Author(null, null)),
                new Case(Shapes.Book.class, Samples.book()),
                new Case(Chain.class, new Chain("a", new Chain("b", null))),
                new Case(Bean.class, new Bean("a", List.of("b"))),
                new Case(Special.class, new Special("a", 5)),
                new Case(Animal.class, new Cat(9)),
                new Case(Zoo.class, new Zoo(new Cat(1), List.of(new Dog("d"), new Cat(2)))),
                new Case(Color.class, Color.GREEN),
                new Case(Shapes.type("texts"), List.of("a", "\u0000\u2028\"")),
                new Case(Shapes.type("counts"), Map.of(Color.GREEN, 1)),
                new Case(Shapes.type("animals"), List.of(new Cat(1))),
                new Case(Shapes.type("timeKeys"), Map.of(time, "a")),
                new Case(String.class, "text"),
                new Case(int.class, 5),
                new Case(Long.class, Long.MAX_VALUE),
                new Case(Character.class, 'c'),
                new Case(Byte.class, (byte) -1),
                new Case(Short.class, (short) 7),
                new Case(Float.class, 1.1f),
                new Case(Double.class, -0.0),
                new Case(Boolean.class, false),
                new Case(BigDecimal.class, new BigDecimal("1.10")),
                new Case(BigDecimal.class, new BigDecimal("0E-10")),
                new Case(BigInteger.class, new BigInteger("123456789012345678901234567890")),
                new Case(UUID.class, new UUID(1, 2)),
                new Case(URI.class, URI.create("http://a/b?c")),
                new Case(Date.class, new Date(123_456_789L)),
                new Case(Instant.class, Instant.ofEpochSecond(1, 123_456_789)),
                new Case(LocalDate.class, LocalDate.MAX),
                new Case(LocalTime.class, LocalTime.of(1, 2, 3, 4)),
                new Case(LocalDateTime.class, LocalDateTime.of(2026, 2, 28, 1, 2, 3, 4)),
                new Case(OffsetDateTime.class, time.toOffsetDateTime()),
                new Case(OffsetTime.class, OffsetTime.of(1, 2, 3, 4, ZoneOffset.ofHours(3))),
                new Case(ZonedDateTime.class, time),
                new Case(ZonedDateTime.class, time.withZoneSameInstant(ZoneOffset.UTC)),
                new Case(Duration.class, Duration.ofSeconds(-1, 5)),
                new Case(Period.class, Period.of(1, 2, -3)),
                new Case(YearMonth.class, YearMonth.of(2026, 2)),
                new Case(MonthDay.class, MonthDay.of(2, 29)),
                new Case(DayOfWeek.class, DayOfWeek.FRIDAY),
                new Case(Month.class, Month.MAY),
                new Case(ZoneId.class, ZoneId.of("Europe/Paris")),
                new Case(ZoneOffset.class, ZoneOffset.ofHours(2)),
                new Case(OptionalInt.class, OptionalInt.of(1)),
                new Case(OptionalLong.class, OptionalLong.empty()),
                new Case(OptionalDouble.class, OptionalDouble.of(0.5)),
                new Case(byte[].class, new byte[] {1, -2}),
                new Case(int[][].class, new int[][] {{1}, {2, 3}}),
                new Case(Author[].class, new Author[] {Samples.author()}),
                new Case(Collections.class, Collections.some()));
    }

    /** Each collection of the JDK that may be declared. */
    public record Collections(
            java.util.Collection<String> collection,
            java.util.SortedSet<String> sorted,
            java.util.NavigableSet<String> navigable,
            java.util.ArrayList<String> list,
            java.util.LinkedList<String> linked,
            java.util.HashSet<String> hashed,
            java.util.LinkedHashSet<String> linkedSet,
            TreeSet<String> tree,
            java.util.SortedMap<String, Integer> sortedMap,
            java.util.NavigableMap<String, Integer> navigableMap,
            java.util.HashMap<String, Integer> hashMap,
            java.util.LinkedHashMap<String, Integer> linkedMap,
            TreeMap<String, Integer> treeMap,
            java.util.Queue<String> queue) {

        static Collections some() {
            List<String> one = List.of("a");
            Map<String, Integer> map = Map.of("a", 1);
            return new Collections(
                    new java.util.ArrayList<>(one),
                    new TreeSet<>(one),
                    new TreeSet<>(one),
                    new java.util.ArrayList<>(one),
                    new java.util.LinkedList<>(one),
                    new java.util.HashSet<>(one),
                    new java.util.LinkedHashSet<>(one),
                    new TreeSet<>(one),
                    new TreeMap<>(map),
                    new TreeMap<>(map),
                    new java.util.HashMap<>(map),
                    new java.util.LinkedHashMap<>(map),
                    new TreeMap<>(map),
                    null);
        }
    }

    @TestFactory
    Stream<DynamicTest> acceptedType_comesBackEqual() {
        Stream<DynamicTest> inJsonb = cases().map(each -> test(jsonb, each));
        Stream<Case> more = Stream.of(
                new Case(Year.class, Year.of(2026)),
                new Case(Locale.class, Locale.forLanguageTag("zh-Hans-CN")),
                new Case(Currency.class, Currency.getInstance("EUR")),
                new Case(Shapes.Hidden.class, new Shapes.Hidden("a")),
                new Case(Double.class, Double.NaN),
                new Case(Shapes.type("box"), new Box<>("a", List.of("b"))));
        Stream<Case> onlyJsonb = Stream.of(new Case(Shapes.type("objectKeys"), Map.of(Samples.author(), "a")));
        Stream<DynamicTest> inJackson = Stream.concat(cases(), more).map(each -> test(jackson, each));
        return Stream.of(inJsonb, inJackson, onlyJsonb.map(each -> test(jsonb, each)))
                .flatMap(each -> each);
    }

    private static DynamicTest test(ValueCodec codec, Case each) {
        return DynamicTest.dynamicTest(codec.id() + " " + each.type().getTypeName(), () -> {
            assertThat(codec.refusal(each.type())).isEmpty();
            ValueForm form = new ValueForm(each.type(), codec, LIMIT);
            Object back = form.decode(form.encode(each.value(), "key"), "key");
            assertThat(back).isEqualTo(each.value()).hasSameClassAs(sameKind(each.value(), back));
        });
    }

    /** Which of its classes a collection or a constant is of plays no part. */
    private static Object sameKind(Object value, Object back) {
        boolean free = value instanceof List || value instanceof Map || value instanceof ArrayDeque;
        return free ? back : value;
    }

    @TestFactory
    Stream<DynamicTest> sample_comesBackEqual() {
        return Samples.all().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> assertSurvives(sample)));
    }

    private static void assertSurvives(Sample sample) throws Exception {
        ValueForm form = sample.form(LIMIT);
        assertThat(form.decode(form.encode(sample.value(), "key"), "key")).isEqualTo(sample.value());
    }

    @Test
    void valueOfASubclass_isNotWritten() {
        for (ValueCodec codec : List.of(jsonb, jackson)) {
            ValueForm form = new ValueForm(Bean.class, codec, LIMIT);
            assertThatThrownBy(() -> form.encode(new Special("a", 1), "key"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void textThatUtf8CannotHold_isNotWritten() {
        assertThatThrownBy(() -> new BytesCodec().encode("\ud800", String.class))
                .isInstanceOf(java.nio.charset.CharacterCodingException.class);
        ValueForm form = new ValueForm(String.class, jsonb, LIMIT);
        assertThatThrownBy(() -> form.encode("\ud800", "key")).isInstanceOf(Exception.class);
    }

    @Test
    void objectOutsideOfTheSimpleTypes_isNotWrittenWithoutItsType() {
        assertThatThrownBy(() -> new ScalarCodec().encode(List.of(Samples.author()), Object.class))
                .isInstanceOf(NotScalarException.class)
                .hasMessageContaining("MEMO0335")
                .hasMessageContaining("Use a typed view");
    }

    @Test
    void valueBeyondTheLimit_isNotWritten() {
        ValueForm form = new ValueForm(String.class, new BytesCodec(), 100);
        assertThatThrownBy(() -> form.encode("x".repeat(100), "key"))
                .isInstanceOf(TooLargeException.class)
                .hasMessageContaining("more than 100");
    }
}
