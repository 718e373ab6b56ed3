package dev.memoized.examples.bookshop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is seen of a list that is gone. */
@Timeout(300)
class GoneIT {
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
        visit.await("English is remembered", () -> !"gone".equals(visit.state("en")));
    }

    @AfterEach
    void putBack() {
        visit.choose("origin", "works");
        visit.choose("locale", "en");
        assertThat(visit.complaints()).as("what the browser complains of").isEmpty();
    }

    @Test
    void listNobodyAsksFor_isGone_andTheOtherOneIsServedOn() {
        visit.choose("locale", "fr");

        visit.await("English is gone", () -> "gone".equals(visit.state("en")));
        visit.await("French is served on", () -> !"gone".equals(visit.state("fr")));
        assertThat(visit.nodes(".value.gone")).isPositive();
    }

    @Test
    void failingOrigin_isFeltWhenTheListIsGone() {
        long failed = visit.figures().calls("FAILED");
        visit.choose("origin", "fails");

        visit.await("the list is gone", () -> "gone".equals(visit.state("en")));
        visit.await("callers feel it", () -> visit.figures().calls("FAILED") > failed);
        visit.await("the chart has it", () -> visit.nodes(".mark.FAILED") > 0);
        assertThat(visit.summary()).contains("gone. Now its callers feel the origin.");

        visit.choose("origin", "works");
        visit.await("it is well again", () -> !"gone".equals(visit.state("en")));
    }

    @Test
    void hangingOrigin_isFeltWhenTheListIsGone_andThenEverybodyWaitsForOneRun() {
        visit.choose("origin", "hangs");
        visit.await(
                "the list is gone, and all wait",
                () -> "4".equals(visit.chart("waiting")) && "gone".equals(visit.state("en")));
        long waited = visit.figures().calls("JOINED");

        visit.choose("origin", "works");

        visit.await("one run answers all", () -> visit.figures().calls("JOINED") > waited);
        visit.await("it is remembered", () -> !"gone".equals(visit.state("en")));
    }
}
