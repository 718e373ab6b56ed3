package dev.memoized.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a visitor gains. */
class SpeedTest {

    /** The goal is 20; this is what a loaded machine must still show. */
    private static final int AT_LEAST = 5;

    private static OpenBookshop shop;

    @BeforeAll
    static void openAndWarmUp() {
        shop = new OpenBookshop();
        for (int round = 0; round < 2; round++) {
            for (Language language : Language.values()) {
                assertThat(shop.post("/api/herd?callers=1&locale=" + language.tag())
                                .body())
                        .contains("\"computed\":1");
            }
        }
        shop.get("/");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void hit_isFarFasterThanAComputation() {
        long[] computations = Stream.of(Language.values())
                .mapToLong(SpeedTest::nanosOfTopBooks)
                .toArray();
        long[] hits = LongStream.range(0, 20)
                .map(number -> nanosOfTopBooks(Language.FR))
                .toArray();

        double factor = (double) median(computations) / median(hits);
        System.out.printf(
                "Over HTTP: median of 5 computations %.1f ms, of 20 hits %.2f ms, factor %.0f (goal 20)%n",
                median(computations) / 1e6, median(hits) / 1e6, factor);
        assertThat(factor).isGreaterThanOrEqualTo(AT_LEAST);
    }

    /** Prints what the query takes by itself; how long that may be is not asserted. */
    @Test
    void query_runsEachTimeItIsAskedPastTheCache() {
        Orders orders = shop.bean(Orders.class);
        Weeks weeks = shop.bean(Weeks.class);
        int before = shop.figures().computed();

        long[] runs = LongStream.range(0, 20)
                .map(number -> nanos(() -> orders.topBooks(Language.DE, weeks.current())))
                .toArray();

        LongSummaryStatistics statistics = LongStream.of(runs).summaryStatistics();
        System.out.printf(
                "The query, 20 warm runs: min %d, median %d, max %d ms%n",
                millis(statistics.getMin()), millis(median(runs)), millis(statistics.getMax()));
        assertThat(shop.figures().computed() - before).isGreaterThanOrEqualTo(20);
    }

    private static long nanosOfTopBooks(Language language) {
        return nanos(() -> shop.get("/api/top-books?locale=" + language.tag()));
    }

    private static long nanos(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return System.nanoTime() - start;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}
