package dev.memoized.examples.bookshop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.Keys;

/** Each control of the page, and what changes by it. Lists grow old, and are not gone: that is {@link GoneIT}'s. */
@Timeout(300)
class PageIT {
    /** Each mark of a visitor who ran the query, and each run that has ended: when, and where. */
    private static final String TIMES =
            """
            const all = selector => [...document.querySelectorAll('#chart ' + selector)].map(node => {
              const box = node.getBoundingClientRect();
              const { begin, end } = node.dataset;
              return { begin: +begin, end: +end, left: box.left, right: box.right, middle: (box.left + box.right) / 2 };
            });
            const width = document.querySelector('#chart .lane').getBoundingClientRect().width;
            const runs = all('.run').filter(run => run.end > 0);
            return all('.mark.COMPUTED').flatMap(mark => runs
              .filter(run => run.begin >= mark.begin && run.end <= mark.end)
              .map(run => [
                mark.middle - run.right - (mark.end - run.end) * width / 30e6,
                run.right - run.left - Math.max(2, (run.end - run.begin) * width / 30e6),
              ]));
            """;

    private static Visit visit;

    @BeforeAll
    static void open() throws IOException {
        visit = Visit.begin("-Ddev.memoized.examples.bookshop.TopBooks/Memoized/expireAfter=10m");
    }

    @AfterAll
    static void close() {
        if (visit != null) {
            visit.close();
        }
    }

    @BeforeEach
    void begin() {
        visit.await("visitors are served", () -> !"gone".equals(visit.state("en")) && visit.nodes(".mark") > 0);
    }

    @AfterEach
    void putBack() {
        visit.goOn();
        visit.choose("origin", "works");
        visit.choose("memoized", "true");
        visit.choose("locale", "en");
        assertThat(visit.complaints()).as("what the browser complains of").isEmpty();
    }

    private static long total(String... outcomes) {
        return visit.figures().calls(outcomes);
    }

    @Test
    void thousandCallersOnAColdKey_runTheQueryOnce_andTheChartHasThemAll() {
        Figures before = visit.pause();
        int computed = visit.calls("COMPUTED");
        int others = visit.calls("JOINED") + visit.calls("FRESH");

        visit.press("herd");
        visit.awaitHerd();

        assertThat(visit.summary()).matches("1,000 callers: 1 ran the query, .*; the last one after [0-9,]+ ms\\.");
        Figures after = visit.figures();
        assertThat(after.begun() - before.begun()).isEqualTo(1);
        assertThat(after.calls() - before.calls()).isEqualTo(1_000);
        visit.goOn();
        Figures last = visit.pause();
        assertThat(visit.calls("COMPUTED") - computed).isEqualTo(last.calls("COMPUTED") - before.calls("COMPUTED"));
        assertThat(visit.calls("JOINED") + visit.calls("FRESH") - others)
                .isEqualTo(last.calls("JOINED", "FRESH") - before.calls("JOINED", "FRESH"));
    }

    @Test
    void visitorsWhoAsk_makeTheMarksGrow_andPauseStopsThem() {
        double newest = visit.newestMark();
        visit.await("a newer mark", () -> visit.newestMark() > newest);

        long then = visit.pause().calls();
        assertThat(visit.find("#pause").getText()).isEqualTo("Go on");
        int marks = visit.nodes(".mark");
        visit.letPass(1_500);

        assertThat(visit.figures().calls()).isEqualTo(then);
        assertThat(visit.nodes(".mark")).isEqualTo(marks);
        visit.goOn();
        visit.await("it goes on", () -> visit.figures().calls() > then);
    }

    @Test
    void runsOfTheQuery_areOnTheTimeAxisOfTheMarks() {
        visit.press("invalidate");
        visit.await("a visitor has run the query", () -> !visit.<List<?>>script(TIMES)
                .isEmpty());

        visit.pause();

        assertThat(visit.<List<List<Number>>>script(TIMES)).isNotEmpty().allSatisfy(pixels -> {
            assertThat(pixels.get(0).doubleValue())
                    .as("the mark beside the end of its run")
                    .isBetween(-1.0, 1.0);
            assertThat(pixels.get(1).doubleValue()).as("the length of the run").isBetween(-1.0, 1.0);
        });
        assertThat(visit.nodes(".change")).as("the invalidation").isPositive();
    }

    @Test
    void oldList_isRenewedBehindTheVisitors_andItsAgeFalls() {
        long runs = visit.pause().begun();
        double begun = visit.begun("en");
        visit.goOn();

        visit.await("it is renewed", () -> visit.begun("en") > begun + 1e5);

        assertThat(visit.figures().begun()).isGreaterThan(runs);
        visit.await("the chart has it", () -> visit.nodes(".mark.STALE") > 0 && visit.nodes(".value.stale") > 0);
    }

    @Test
    void otherLanguage_isAnEntryOfItsOwn_andTheOneNobodyAsksForGrowsOld() {
        visit.choose("locale", "fr");

        visit.await("French is remembered", () -> !"gone".equals(visit.state("fr")));
        visit.await("English is stale", () -> "stale".equals(visit.state("en")));
        assertThat(titles("en")).isNotEmpty().doesNotContainAnyElementsOf(titles("fr"));
        assertThat(visit.ask("/api/top-books?locale=fr")).contains(titles("fr"));
        assertThat(visit.find("#tag").getText()).isEqualTo("books:fr");
    }

    private static List<String> titles(String language) {
        return Arrays.asList(visit.find("#entry-" + language + " ol").getText().split("\n"));
    }

    @Test
    void invalidationByTag_makesTheNextVisitorRunTheQuery() {
        visit.choose("locale", "fr");
        visit.await("French is remembered", () -> !"gone".equals(visit.state("fr")));
        long ran = total("COMPUTED");

        visit.press("invalidate");

        visit.await("the next visitor runs the query", () -> total("COMPUTED") > ran);
        assertThat(visit.summary()).startsWith("What has the tag books:fr is gone");
    }

    @Test
    void failingOrigin_isNotFelt() {
        long failed = total("FAILED");
        visit.choose("origin", "fails");

        visit.await("the old list stands in", () -> visit.nodes(".mark.FALLBACK") > 0 && total("FALLBACK") > 3);
        assertThat(visit.state("en")).isEqualTo("stale");
        assertThat(total("FAILED")).isEqualTo(failed);
        assertThat(visit.summary()).startsWith("All connections to the database are closed.");
        visit.await("the chart has runs that failed", () -> visit.nodes(".run.broken ~ .cross") > 0);

        visit.choose("origin", "works");
        double begun = visit.begun("en");
        visit.await("it is renewed", () -> visit.begun("en") > begun + 1e5);
    }

    @Test
    void hangingOrigin_isNotFelt() {
        long waited = total("COMPUTED", "JOINED");
        visit.choose("origin", "hangs");

        visit.await("the list is old, and served", () -> visit.ageSeconds("en") > 4 && visit.nodes(".mark.STALE") > 0);
        assertThat(total("COMPUTED", "JOINED")).as("who waited").isEqualTo(waited);
    }

    @Test
    void keysThatPassAState_leaveTheLastOne() {
        visit.script("document.querySelector('input[name=origin]:checked').focus()");
        visit.key(Keys.ARROW_RIGHT);
        visit.key(Keys.ARROW_RIGHT);

        visit.await("the last one is done", () -> visit.summary().startsWith("Another transaction has locked"));
        visit.await("it hangs", () -> "hangs".equals(visit.chart("origin")));
        assertThat(visit.find("input[name=origin][value=hangs]").isSelected()).isTrue();
    }

    @Test
    void methodThatIsNotMemoized_runsTheQueryForEachCaller() {
        long before = visit.figures().begun();
        visit.choose("memoized", "false");

        visit.await("each waits", () -> visit.nodes(".mark.NOT_MEMOIZED") > 0 && visit.calls("NOT_MEMOIZED") > 3);
        int calls = visit.calls("NOT_MEMOIZED");
        assertThat(visit.figures().begun() - before).isGreaterThanOrEqualTo(calls);
        visit.press("herd");
        assertThat(visit.find("#herd").getDomAttribute("aria-disabled"))
                .as("a thousand queries")
                .isEqualTo("true");
        assertThat(visit.summary()).isEqualTo("Each visitor runs the query, and waits for it.");
        visit.choose("memoized", "true");
        assertThat(visit.find("#herd").getDomAttribute("aria-disabled")).isEqualTo("false");
    }

    @Test
    void backendInUse_isNamed() {
        assertThat(visit.find("#backend").getText()).isEqualTo("default (local)");
        assertThat(visit.find(".code pre").getText())
                .startsWith("@Memoized(refreshAfter = \"2s\", expireAfter = \"600s\", tags = \"books:{language}\")");
    }
}
