package dev.memoized.examples.bookshop;

import static dev.memoized.spi.FaultPoints.Place.COMPUTED;
import static dev.memoized.spi.FaultPoints.Place.FOLLOWING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.testing.Gate;
import jakarta.json.JsonObject;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thousand callers who ask for the same list in the same moment. */
class HerdTest {

    private static final int CALLERS = 1_000;

    private OpenBookshop shop;

    @BeforeEach
    void open() {
        shop = new OpenBookshop();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void herdThatComesDuringTheComputation_oneComputesAllOthersJoin() throws Exception {
        Herd herd = shop.bean(Herd.class);
        FutureTask<HerdReport> report =
                new FutureTask<>(() -> herd.run(CALLERS, Language.DE).orElseThrow());
        try (Gate gate = shop.bean(FaultGate.class).gate()) {
            gate.hold(COMPUTED);
            new Thread(report, "herd").start();
            gate.awaitReached(FOLLOWING, CALLERS - 1);
            gate.awaitReached(COMPUTED, 1);
        }

        HerdReport result = report.get(30, TimeUnit.SECONDS);
        assertThat(result).isEqualTo(new HerdReport(CALLERS, 1, CALLERS - 1, 0, 0, 0, result.millis()));
        OpenBookshop.Figures figures = shop.figures();
        assertThat(figures.calls(Outcome.COMPUTED)).isEqualTo(1);
        assertThat(figures.calls(Outcome.JOINED)).isEqualTo(CALLERS - 1);
        assertThat(figures.calls()).isEqualTo(CALLERS);
        assertThat(shop.bean(FaultGate.class).gate().count(COMPUTED)).isEqualTo(1);
        assertThat(figures.computed()).isEqualTo(1);
    }

    @Test
    void herdOverHttp_oneComputes() {
        JsonObject report = OpenBookshop.object(shop.post("/api/herd?callers=" + CALLERS + "&locale=de"));

        System.out.println("Herd over HTTP, not held: " + report);
        assertThat(report.keySet())
                .containsExactly("callers", "computed", "joined", "fresh", "stale", "failed", "millis");
        assertThat(report.getInt("callers")).isEqualTo(CALLERS);
        assertThat(report.getInt("computed")).isEqualTo(1);
        assertThat(report.getInt("joined") + report.getInt("fresh")).isEqualTo(CALLERS - 1);
        assertThat(shop.figures().computed()).isEqualTo(1);
    }

    @Test
    void eachHerd_findsAColdKey() {
        shop.post("/api/herd?callers=3&locale=fr");
        shop.post("/api/herd?callers=3&locale=fr");

        assertThat(shop.figures().computed()).isEqualTo(2);
    }
}
