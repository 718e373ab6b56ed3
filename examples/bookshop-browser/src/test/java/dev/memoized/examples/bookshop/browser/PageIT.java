package dev.memoized.examples.bookshop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each control of the page, and what changes by it. */
@Timeout(300)
class PageIT {
    private static final Pattern BEGUN = Pattern.compile("\"begun\":(\\d+)");
    private static final Pattern ENDED = Pattern.compile("\"ended\":(\\d+)");

    private static Visit visit;

    @BeforeAll
    static void open() throws IOException {
        visit = Visit.begin("-Ddev.memoized.examples.bookshop.TopBooks/Memoized/expireAfter=12s");
    }

    @AfterAll
    static void close() {
        if (visit != null) {
            visit.close();
        }
    }

    @BeforeEach
    void begin() {
        visit.await("visitors get fresh lists", () -> "fresh".equals(visit.state("en")) && visit.calls("FRESH") > 0);
    }

    @AfterEach
    void putBack() {
        visit.choose("origin", "works");
        visit.choose("memoized", "true");
        visit.choose("locale", "en");
        assertThat(visit.complaints()).as("what the browser complains of").isEmpty();
    }

    /** How many calls ended so since the shop opened. */
    private static long total(String... outcomes) {
        String pattern = "\"(" + String.join("|", outcomes) + ")\":(\\d+)";
        String ended = Pattern.compile("\"outcomes\":\\{[^}]*}")
                .matcher(visit.ask("/api/outcomes"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());
        return Pattern.compile(pattern)
                .matcher(ended)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(2)))
                .sum();
    }

    private static long figure(Pattern figure) {
        Matcher found = figure.matcher(visit.ask("/api/outcomes"));
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }

    /** No visitor asks, and nothing is computed any more. */
    private static void pause() {
        visit.press("pause");
        visit.await("nothing is computed", () -> figure(BEGUN) == figure(ENDED));
    }

    @Test
    void thousandCallersOnAColdKey_runTheQueryOnce() {
        pause();
        long before = figure(BEGUN);

        visit.press("herd");

        visit.await("all have their answer", () -> visit.summary().startsWith("1,000 callers: 1 ran the query, "));
        assertThat(figure(BEGUN) - before).isEqualTo(1);
        assertThat(visit.summary()).matches("1,000 callers: 1 ran the query, .*; the last one after [0-9,]+ ms\\.");
        visit.press("pause");
        visit.await("the chart shows them", () -> visit.calls("JOINED") + visit.calls("FRESH") >= 999);
    }

    @Test
    void visitorsWhoAsk_makeThePointsGrow_andPauseStopsThem() {
        int before = visit.chart("marks");
        visit.await("more points", () -> visit.chart("marks") > before + 3);

        visit.press("pause");

        assertThat(visit.find("#pause").getDomAttribute("aria-pressed")).isEqualTo("true");
        visit.press("pause");
        long then = total("FRESH", "STALE");
        visit.await("it goes on", () -> total("FRESH", "STALE") > then);
    }

    @Test
    void oldList_isRenewedBehindTheVisitors_andItsAgeFalls() {
        long runs = figure(BEGUN);
        visit.await("it grows old", () -> visit.ageSeconds("en") > 1.5);
        visit.await("it is renewed", () -> visit.ageSeconds("en") < 1.5);

        assertThat(figure(BEGUN)).isGreaterThan(runs);
        assertThat(visit.calls("STALE")).isPositive();
    }

    @Test
    void otherLanguage_isAnEntryOfItsOwn_andTheOneNobodyAsksForGrowsOldUntilItIsGone() {
        visit.choose("locale", "fr");

        visit.await("French is remembered", () -> "fresh".equals(visit.state("fr")));
        visit.await("English is stale", () -> "stale".equals(visit.state("en")));
        assertThat(titles("en")).isNotEmpty().doesNotContainAnyElementsOf(titles("fr"));
        assertThat(visit.ask("/api/top-books?locale=fr")).contains(titles("fr"));
        assertThat(visit.find("#tag").getText()).isEqualTo("books:fr");
        visit.await("English is gone", () -> "gone".equals(visit.state("en")));
        visit.await("French is served on", () -> !"gone".equals(visit.state("fr")));
    }

    private static List<String> titles(String language) {
        return Arrays.asList(visit.find("#entry-" + language + " ol").getText().split("\n"));
    }

    @Test
    void invalidationByTag_makesTheNextVisitorRunTheQuery() {
        visit.choose("locale", "fr");
        visit.await("French is remembered", () -> "fresh".equals(visit.state("fr")));
        long ran = total("COMPUTED");

        visit.press("invalidate");

        visit.await("the next visitor runs the query", () -> total("COMPUTED") > ran);
        assertThat(visit.summary()).startsWith("What has the tag books:fr is gone");
    }

    @Test
    void failingOrigin_isNotFeltUntilTheListIsGone() {
        long failed = total("FAILED");
        visit.choose("origin", "fails");

        visit.await("the old list stands in", () -> visit.calls("FALLBACK") > 3);
        assertThat(visit.state("en")).isEqualTo("stale");
        assertThat(total("FAILED")).isEqualTo(failed);
        assertThat(visit.summary()).startsWith("All connections to the database are closed.");
        visit.await("the list is gone", () -> "gone".equals(visit.state("en")));
        visit.await("callers feel it", () -> total("FAILED") > failed && visit.calls("FAILED") > 0);
        assertThat(visit.summary()).contains("gone. Now its callers feel the origin.");

        visit.choose("origin", "works");
        visit.await("it is well again", () -> "fresh".equals(visit.state("en")));
    }

    @Test
    void hangingOrigin_isNotFeltUntilTheListIsGone_andThenEverybodyWaitsForOneRun() {
        long waitedBefore = total("COMPUTED", "JOINED");
        visit.choose("origin", "hangs");

        visit.await("the list is old", () -> visit.ageSeconds("en") > 4);
        assertThat(visit.calls("STALE")).isPositive();
        assertThat(total("COMPUTED", "JOINED")).as("who waited").isEqualTo(waitedBefore);
        visit.await(
                "the list is gone, and all wait",
                () -> visit.chart("waiting") == 4 && "gone".equals(visit.state("en")));
        long waited = total("JOINED");

        visit.choose("origin", "works");
        visit.await("one run answers all", () -> total("JOINED") > waited && "fresh".equals(visit.state("en")));
    }

    @Test
    void methodThatIsNotMemoized_runsTheQueryForEachCaller() {
        visit.choose("memoized", "false");

        visit.await("each runs the query", () -> visit.calls("NOT_MEMOIZED") > 3);
        assertThat(visit.find("#herd").isEnabled()).as("a thousand queries").isFalse();
        visit.choose("memoized", "true");
        assertThat(visit.find("#herd").isEnabled()).isTrue();
    }

    @Test
    void backendInUse_isNamed() {
        assertThat(visit.find("#backend").getText()).isEqualTo("default (local)");
        assertThat(visit.find(".code pre").getText())
                .startsWith("@Memoized(refreshAfter = \"2s\", expireAfter = \"12s\", tags = \"books:{language}\")");
    }
}
