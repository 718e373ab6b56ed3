package dev.memoized.impl.key;

import static dev.memoized.impl.key.Values.entry;
import static dev.memoized.impl.key.Values.map;
import static dev.memoized.impl.key.Values.set;
import static java.util.Arrays.asList;

import dev.memoized.impl.key.Values.Book;
import dev.memoized.impl.key.Values.Box;
import dev.memoized.impl.key.Values.Colour;
import dev.memoized.impl.key.Values.Empty;
import dev.memoized.impl.key.Values.Node;
import dev.memoized.impl.key.Values.Numbers;
import dev.memoized.impl.key.Values.Other;
import dev.memoized.impl.key.Values.Shelf;
import dev.memoized.impl.key.Values.Swapped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
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
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Arguments of a call.
 *
 * @param label how they are made
 * @param arguments makes them anew
 */
record Sample(String label, Supplier<Object[]> arguments) {

    /** All of them, no two equal. */
    static List<Sample> all() {
        return Stream.of(lists(), leaves(), texts(), times(), locales(), collections(), records(), mutables())
                .flatMap(List::stream)
                .toList();
    }

    private static Sample of(String label, Supplier<Object> argument) {
        return new Sample(label, () -> new Object[] {argument.get()});
    }

    private static List<Sample> lists() {
        return List.of(
                new Sample("()", () -> new Object[] {}),
                new Sample("(null, null)", () -> new Object[] {null, null}),
                new Sample("(\"a\", \"b\")", () -> new Object[] {"a", "b"}),
                new Sample("(\"b\", \"a\")", () -> new Object[] {"b", "a"}),
                new Sample("(\"a,b\")", () -> new Object[] {"a,b"}),
                new Sample("(\"a\", \"\")", () -> new Object[] {"a", ""}),
                new Sample("(\"\", \"a\")", () -> new Object[] {"", "a"}),
                new Sample("(1, 2)", () -> new Object[] {1, 2}),
                new Sample("(1, 2, 3)", () -> new Object[] {1, 2, 3}),
                new Sample("((1, 2), 3)", () -> new Object[] {List.of(1, 2), 3}),
                new Sample("(1, (2, 3))", () -> new Object[] {1, List.of(2, 3)}),
                new Sample("(\"a\", null, \"b\")", () -> new Object[] {"a", null, "b"}),
                new Sample("(\"a\", \"null\", \"b\")", () -> new Object[] {"a", "null", "b"}),
                new Sample("(1, 2, 3, 4, 5, 6)", () -> new Object[] {1, 2, 3, 4, 5, 6}));
    }

    private static List<Sample> leaves() {
        return List.of(
                of("null", () -> null),
                of("true", () -> true),
                of("(byte) 1", () -> (byte) 1),
                of("(short) 1", () -> (short) 1),
                of("1", () -> 1),
                of("70000", () -> 70_000),
                of("1L", () -> 1L),
                of("1.0f", () -> 1.0f),
                of("1.0", () -> 1.0),
                of("0.0", () -> 0.0),
                of("-0.0", () -> -0.0),
                of("-0.0f", () -> -0.0f),
                of("NaN", () -> Double.longBitsToDouble(0x7ff8000000000001L)),
                of("'a'", () -> 'a'),
                of("BigInteger 1", () -> new BigInteger("1")),
                of("BigDecimal 1.0", () -> new BigDecimal("1.0")),
                of("BigDecimal 1.00", () -> new BigDecimal("1.00")),
                of("UUID", () -> UUID.fromString("0b3c8a4e-1f10-4d6a-9a55-4a1a1e1f0001")),
                of("Colour.RED", () -> Colour.RED),
                of("Colour.GREEN", () -> Colour.GREEN),
                of("Other.RED", () -> Other.RED),
                of("String.class", () -> String.class),
                of("int.class", () -> int.class),
                of("EUR", () -> Currency.getInstance("EUR")),
                of("UTF-8", () -> StandardCharsets.UTF_8),
                of("URI hierarchical", () -> URI.create("https://u@Books.example:8080/a%2fb?q=1#f")),
                of("URI opaque", () -> URI.create("mailto:a@b.example")),
                of("URI relative", () -> URI.create("a/b")));
    }

    private static List<Sample> texts() {
        return List.of(
                of("\"\"", () -> ""),
                of("\"a\"", () -> "a"),
                of("\"1\"", () -> "1"),
                of("\"null\"", () -> "null"),
                of("\"RED\"", () -> "RED"),
                of("\"EUR\"", () -> "EUR"),
                of("\"1.0\"", () -> "1.0"),
                of("\"[]\"", () -> "[]"),
                of("\"?\"", () -> "?"),
                of("\"fr_CA\"", () -> "fr_CA"),
                of("lone high surrogate", () -> "\ud800"),
                of("another lone high surrogate", () -> "\ud801"),
                of("lone low surrogate", () -> "\udc00"),
                of("surrogate pair", () -> "\ud83d\ude00"),
                of("surrogates the wrong way round", () -> "\ude00\ud83d"),
                of("e acute, one character", () -> "\u00e9"),
                of("e acute, two characters", () -> "e\u0301"));
    }

    private static List<Sample> times() {
        return List.of(
                of("Instant", () -> Instant.parse("2026-11-20T09:15:00.000000001Z")),
                of("LocalDate", () -> LocalDate.of(2026, 11, 20)),
                of("\"2026-11-20\"", () -> "2026-11-20"),
                of("LocalTime", () -> LocalTime.of(9, 15)),
                of("LocalDateTime", () -> LocalDateTime.of(2026, 11, 20, 9, 15)),
                of("OffsetTime", () -> OffsetTime.of(9, 15, 0, 0, ZoneOffset.ofHours(1))),
                of("OffsetDateTime", () -> OffsetDateTime.of(2026, 11, 20, 9, 15, 0, 0, ZoneOffset.UTC)),
                of("ZonedDateTime Z", () -> ZonedDateTime.of(2026, 11, 20, 9, 15, 0, 0, ZoneOffset.UTC)),
                of("ZonedDateTime UTC", () -> ZonedDateTime.of(2026, 11, 20, 9, 15, 0, 0, ZoneId.of("UTC"))),
                of("Year", () -> Year.of(2026)),
                of("YearMonth", () -> YearMonth.of(2026, 11)),
                of("MonthDay", () -> MonthDay.of(11, 20)),
                of("Duration -0.5s", () -> Duration.ofMillis(-500)),
                of("Duration 0.5s", () -> Duration.ofMillis(500)),
                of("Period", () -> Period.of(1, -2, 3)),
                of("Period 12 months", () -> Period.ofMonths(12)),
                of("Period 1 year", () -> Period.ofYears(1)),
                of("ZoneOffset", () -> ZoneOffset.ofHours(1)),
                of("ZoneId", () -> ZoneId.of("Europe/Paris")));
    }

    private static List<Sample> locales() {
        return List.of(
                of("Locale root", () -> Locale.ROOT),
                of("Locale fr_CA", () -> Locale.CANADA_FRENCH),
                of("Locale he", () -> Locale.forLanguageTag("he")),
                of("Locale no__NY", () -> new Locale("no", "", "NY")),
                of("Locale no_NY", () -> new Locale("no", "NY")),
                of("Locale de_DE_POSIX", () -> new Locale("de", "DE", "POSIX")),
                of("Locale zh-Hant-TW", () -> Locale.forLanguageTag("zh-Hant-TW")),
                of("Locale zh__#Hant, as variant", () -> new Locale("zh", "", "#Hant")),
                of("Locale zh-Hant", () -> Locale.forLanguageTag("zh-Hant")),
                of("Locale th, u-nu-thai", () -> Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai")),
                of("Locale en, a and x", () -> Locale.forLanguageTag("en-a-abc-x-private")));
    }

    private static List<Sample> collections() {
        return List.of(
                of("list()", List::of),
                of("set()", Values::set),
                of("map()", Values::map),
                of("deque()", ArrayDeque::new),
                of("list(\"\")", () -> List.of("")),
                of("list(null)", () -> asList((Object) null)),
                of("list(1, 2)", () -> List.of(1, 2)),
                of("list(2, 1)", () -> List.of(2, 1)),
                of("deque(1, 2)", () -> new ArrayDeque<>(List.of(1, 2))),
                of("set(1, 2)", () -> set(1, 2)),
                of("set(1, 2, 3, \"4\", null)", () -> set(1, 2, 3, "4", null)),
                of("set(list(1), list(2))", () -> set(List.of(1), List.of(2))),
                of("list(list(1), 2)", () -> List.of(List.of(1), 2)),
                of("list(list(1, 2))", () -> List.of(List.of(1, 2))),
                of("map(1, 2)", () -> map(1, 2)),
                of("map(2, 1)", () -> map(2, 1)),
                of("map(a: 1, b: 2, null: null)", () -> map("a", 1, "b", 2, null, null)),
                of("map(a: 2, b: 1, null: null)", () -> map("a", 2, "b", 1, null, null)),
                of("map(list(1): set(1, 2))", () -> map(List.of(1), set(1, 2))),
                of("entry(1, 2)", () -> entry(1, 2)),
                of("Optional.empty()", Optional::empty),
                of("Optional.of(1)", () -> Optional.of(1)),
                of("OptionalInt.of(1)", () -> OptionalInt.of(1)),
                of("OptionalLong.of(1)", () -> OptionalLong.of(1)),
                of("OptionalDouble.of(-0.0)", () -> OptionalDouble.of(-0.0)),
                of("OptionalInt.empty()", OptionalInt::empty));
    }

    private static List<Sample> records() {
        return List.of(
                of("Empty()", Empty::new),
                of("Book(\"a\", 1)", () -> new Book("a", 1)),
                of("Swapped(1, \"a\")", () -> new Swapped(1, "a")),
                of("Shelf(\"a\", list(\"b\"))", () -> new Shelf("a", List.of("b"))),
                of("Shelf(\"a\", list())", () -> new Shelf("a", List.of())),
                of("Shelf(\"a\", null)", () -> new Shelf("a", null)),
                of("Numbers(1, 2)", () -> new Numbers(new int[] {1, 2})),
                of("Box(1)", () -> new Box<>(1)),
                of("Box(1L)", () -> new Box<>(1L)),
                of("Box(Book(\"a\", 1))", () -> new Box<>(new Book("a", 1))),
                of("Node(\"a\", Node(\"b\", null))", () -> new Node("a", new Node("b", null))),
                of("Loose(\"a\")", () -> new Values.Loose("a")),
                of("Loose(\"b\")", () -> new Values.Loose("b")));
    }

    private static List<Sample> mutables() {
        return List.of(
                of("int[]{1}", () -> new int[] {1}),
                of("int[]{}", () -> new int[] {}),
                of("long[]{1}", () -> new long[] {1}),
                of("char[]{a}", () -> new char[] {'a'}),
                of("double[]{-0.0}", () -> new double[] {-0.0}),
                of("double[]{0.0}", () -> new double[] {0.0}),
                of("double[]{NaN}", () -> new double[] {Double.longBitsToDouble(0x7ff8000000000001L)}),
                of("boolean[]{true}", () -> new boolean[] {true}),
                of("byte[]{1}", () -> new byte[] {1}),
                of("Integer[]{1}", () -> new Integer[] {1}),
                of("Number[]{1}", () -> new Number[] {1}),
                of("Object[]{1}", () -> new Object[] {1}),
                of("list(1)", () -> List.of(1)),
                of("String[]{}", () -> new String[] {}),
                of("String[]{\"\"}", () -> new String[] {""}),
                of("int[][]{{1}, {2}}", () -> new int[][] {{1}, {2}}),
                of("int[][]{{1, 2}}", () -> new int[][] {{1, 2}}),
                of("int[][]{{}, {1, 2}}", () -> new int[][] {{}, {1, 2}}),
                of("Object[][]{{null}}", () -> new Object[][] {{null}}),
                of("Date 1", () -> new Date(1)),
                of("java.sql.Date 1", () -> new java.sql.Date(1)),
                of("Timestamp 1", () -> new java.sql.Timestamp(1)),
                of("Timestamp 1, nanos", () -> nanos(new java.sql.Timestamp(1))),
                of("calendar of Paris", () -> calendar("Europe/Paris", true)),
                of("calendar of Paris, strict", () -> calendar("Europe/Paris", false)),
                of("calendar of Rome", () -> calendar("Europe/Rome", true)),
                of("TimeZone", () -> TimeZone.getTimeZone("Europe/Paris")),
                of("SimpleTimeZone", () -> new SimpleTimeZone(3_600_000, "Europe/Paris")),
                of("BitSet 1 2", () -> BitSet.valueOf(new long[] {6})),
                of("ByteBuffer 1", () -> ByteBuffer.wrap(new byte[] {0, 1}, 1, 1)),
                of("URL", () -> url("https://books.invalid/a")));
    }

    private static java.sql.Timestamp nanos(java.sql.Timestamp time) {
        time.setNanos(1_000_001);
        return time;
    }

    private static GregorianCalendar calendar(String zone, boolean lenient) {
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone(zone), Locale.FRANCE);
        calendar.setTimeInMillis(1);
        calendar.setLenient(lenient);
        calendar.setFirstDayOfWeek(2);
        calendar.setMinimalDaysInFirstWeek(4);
        return calendar;
    }

    private static URL url(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
