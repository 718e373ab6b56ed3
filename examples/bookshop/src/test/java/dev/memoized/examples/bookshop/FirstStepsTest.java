package dev.memoized.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.MemoizedEntry;
import dev.memoized.MemoizedMethods;
import dev.memoized.Observed;
import dev.memoized.Outcome;
import dev.memoized.RequestLocale;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Walks the steps of {@code docs/howto/first-steps.md}, and measures them; the last one is {@link TwoShopsTest}'s. */
@Timeout(120)
class FirstStepsTest {

    private static final String LOCALES = "memoized.locales";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path README = Path.of("../../README.md");
    private static final Path SOURCES = Path.of("src/test/java/dev/memoized/examples/bookshop");

    private static OpenBookshop shop;
    private static MemoizedMethods memoized;
    private static Shelf shelf;

    @BeforeAll
    static void openAndWarmUp() {
        System.setProperty(LOCALES, "en,fr");
        shop = new OpenBookshop();
        memoized = shop.bean(MemoizedMethods.class);
        shelf = shop.bean(Shelf.class);
        for (int round = 0; round < 5; round++) {
            shelf.slow(Language.JA);
        }
    }

    @AfterAll
    static void close() {
        shop.close();
        System.clearProperty(LOCALES);
    }

    private static long begun() {
        return shop.bean(Computations.class).report().begun();
    }

    private static <T> Taken<T> take(Callable<T> call) throws Exception {
        long before = begun();
        long start = System.nanoTime();
        T value = call.call();
        return new Taken<>(value, System.nanoTime() - start, begun() - before);
    }

    private static <T> Taken<Observed<T>> observe(Callable<T> call) throws Exception {
        return take(() -> memoized.observe(call));
    }

    /** The one in the middle of a hundred: the first ones meet code that is not compiled yet. */
    private static <T> long hit(Callable<T> call) throws Exception {
        long[] nanos = new long[100];
        for (int number = 0; number < nanos.length; number++) {
            Taken<T> taken = take(call);
            assertThat(taken.runs()).isZero();
            nanos[number] = taken.nanos();
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    private static <T> void age(Callable<T> call) throws Exception {
        MemoizedEntry<T> entry = memoized.entry(call);
        assertThat(entry.put(call.call(), Instant.now().minus(Duration.ofMinutes(2))))
                .isTrue();
    }

    /** @param nanos it took, and how many runs of the query it began */
    private record Taken<T>(T value, long nanos, long runs) {}

    @Test
    void step1_everyCallerRunsTheQuery() throws Exception {
        Taken<List<RankedBook>> first = take(() -> shelf.slow(Language.EN));
        Taken<List<RankedBook>> second = take(() -> shelf.slow(Language.EN));

        long runs = first.runs() + second.runs();
        assertThat(runs).isEqualTo(2);
        StepsPage.line(
                "| 1. a slow page |",
                " %s, and again %s | %d |"
                        .formatted(StepsPage.millis(first.nanos()), StepsPage.millis(second.nanos()), runs));
    }

    @Test
    void step2_theSecondCallerIsServed() throws Exception {
        Taken<Observed<List<RankedBook>>> first = observe(() -> shelf.remembered(Language.EN));

        assertThat(first.value().outcome()).isEqualTo(Outcome.COMPUTED);
        assertThat(first.runs()).isEqualTo(1);
        StepsPage.line(
                "| 2. remembered |",
                " %s, then %s | %d |"
                        .formatted(
                                StepsPage.millis(first.nanos()),
                                StepsPage.millis(hit(() -> shelf.remembered(Language.EN))),
                                first.runs()));
    }

    @Test
    void step3_anOldListIsServedAtOnce_andRenewedBehind() throws Exception {
        age(() -> shelf.renewed(Language.DE));
        long before = begun();
        Taken<Observed<List<RankedBook>>> old = observe(() -> shelf.renewed(Language.DE));
        Taken<Boolean> renewal = take(() -> memoized.awaitRefreshes(SOON));

        assertThat(old.value().outcome()).isEqualTo(Outcome.STALE);
        assertThat(renewal.value()).isTrue();
        long runs = begun() - before;
        assertThat(runs).isEqualTo(1);
        assertThat(observe(() -> shelf.renewed(Language.DE)).value().outcome()).isEqualTo(Outcome.FRESH);
        StepsPage.line(
                "| 3. two minutes old |",
                " %s; the new list is there after %s, and nobody has waited | %d |"
                        .formatted(
                                StepsPage.millis(old.nanos()), StepsPage.millis(old.nanos() + renewal.nanos()), runs));
    }

    @Test
    void step4_aFailingOriginIsNotFelt_exceptOnAColdKey() throws Exception {
        age(() -> shelf.renewed(Language.FR));
        shop.post("/api/origin?state=fails");
        long before = begun();
        try {
            Taken<Observed<List<RankedBook>>> first = observe(() -> shelf.renewed(Language.FR));
            assertThat(first.value().outcome()).isEqualTo(Outcome.STALE);
            assertThat(memoized.awaitRefreshes(SOON)).isTrue();
            assertThat(observe(() -> shelf.renewed(Language.FR)).value().outcome())
                    .isEqualTo(Outcome.FALLBACK);
            assertThatThrownBy(() -> shelf.renewed(Language.ES)).hasMessageContaining("disposed");
            long runs = begun() - before;
            assertThat(runs).as("the renewal's, and the cold key's").isEqualTo(2);
            StepsPage.line(
                    "| 4. two minutes old, and the database is down |",
                    " %s; a language that nobody has asked for: the exception | %d, failed |"
                            .formatted(StepsPage.millis(first.nanos()), runs));
        } finally {
            shop.post("/api/origin?state=works");
        }
    }

    @Test
    void step5_eachLocaleHasAnEntryOfItsOwn() throws Exception {
        long before = begun();
        Taken<Observed<List<RankedBook>>> english = observe(shelf::localized);
        MemoizedEntry<List<RankedBook>> entry =
                memoized.entry(shelf::localized).with(RequestLocale.class, Locale.FRENCH);
        assertThat(entry.lookup()).isEmpty();
        Taken<List<RankedBook>> french = take(entry::refreshNow);

        assertThat(english.value().outcome()).isEqualTo(Outcome.COMPUTED);
        assertThat(french.value()).isNotEqualTo(english.value().value());
        assertThat(shelf.localized()).isEqualTo(english.value().value());
        String hit = StepsPage.millis(hit(shelf::localized));
        long runs = begun() - before;
        assertThat(runs).isEqualTo(2);
        StepsPage.line(
                "| 5. English, then French, then English |",
                " %s, %s, %s | %d |"
                        .formatted(StepsPage.millis(english.nanos()), StepsPage.millis(french.nanos()), hit, runs));
    }

    @Test
    void step6_aListOfAnotherVersionIsNotServed() throws Exception {
        shelf.versioned(Language.EN);
        long hit = hit(() -> shelf.versioned(Language.EN));
        String title = shelf.versioned(Language.EN).get(0).title();
        assertThat(shop.bean(Orders.class)
                        .add(Language.EN, title, shop.bean(Weeks.class).current()))
                .isTrue();
        Taken<Observed<List<RankedBook>>> sold = observe(() -> shelf.versioned(Language.EN));

        assertThat(sold.value().outcome()).isEqualTo(Outcome.COMPUTED);
        assertThat(sold.runs()).isEqualTo(1);
        StepsPage.line(
                "| 6. the version is asked for |",
                " %s; after a sale %s | %d |"
                        .formatted(StepsPage.millis(hit), StepsPage.millis(sold.nanos()), sold.runs()));
    }

    @Test
    void machine_isNamed() throws IOException {
        StepsPage.note(
                "Measured on ",
                "%s, %s, load %.1f on %d processors, Java %s: by `FirstStepsTest` and `TwoShopsTest`, which assert the outcomes and write the times. The first call of a step meets code that is not compiled yet; hits are the one in the middle of a hundred."
                        .formatted(
                                LocalDate.now(),
                                System.getProperty("os.arch"),
                                Math.max(
                                        0,
                                        ManagementFactory.getOperatingSystemMXBean()
                                                .getSystemLoadAverage()),
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version().feature()));
    }

    @Test
    void codeOfThePage_isThatOfTheTest() throws IOException {
        String code = squeezed(Files.readString(SOURCES.resolve("Shelf.java"))
                + Files.readString(SOURCES.resolve("OrdersVersion.java")));

        assertThat(StepsPage.blocks(StepsPage.PAGE, "java")).hasSize(6).allSatisfy(block -> assertThat(code)
                .contains(squeezed(block)));
    }

    /** README's bean for a project of one's own is built by .ci/run. */
    @Test
    void methodOfReadme_isThatOfTheShop() throws IOException {
        String code = squeezed(Files.readString(Path.of("src/main/java/dev/memoized/examples/bookshop/TopBooks.java")));

        assertThat(StepsPage.blocks(README, "java"))
                .filteredOn(block -> !block.contains("import "))
                .hasSize(1)
                .allSatisfy(block -> assertThat(code)
                        .as(
                                "README shows this method: who has changed refreshAfter in TopBooks.java, as README proposes,"
                                        + " puts it back, or changes README too")
                        .contains(squeezed(block)));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", " ");
    }

    /** All three are run by .ci/run. */
    @Test
    void commandsOfThePage_areThoseThatAreRun() throws IOException {
        String start = StepsPage.commands(README).findFirst().orElseThrow();
        String redis = StepsPage.commands(Path.of("../../docs/howto/redis.md"))
                .filter(line -> line.startsWith("./mvnw -Pbookshop"))
                .findFirst()
                .orElseThrow();

        assertThat(StepsPage.commands(StepsPage.PAGE))
                .containsExactly(start, redis, redis.replace("-Dport=8080", "-Dport=8081"));
    }
}
