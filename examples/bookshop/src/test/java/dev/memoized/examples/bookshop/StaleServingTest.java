package dev.memoized.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Visitors who keep asking while the list is renewed behind them: only the very first one ever waits. */
class StaleServingTest {

    private static final int CLIENTS = 8;
    private static final int SECONDS = Integer.getInteger("bookshop.seconds", 20);
    private static final String PATH = "/api/top-books?locale=fr";

    private static OpenBookshop shop;

    @BeforeAll
    static void open() {
        shop = new OpenBookshop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void callsAfterTheFirst_neverWaitForAComputation() throws Exception {
        shop.get(PATH);
        OpenBookshop.Figures first = shop.figures();
        assertThat(first.calls(Outcome.COMPUTED)).isEqualTo(1);

        long began = System.nanoTime();
        long[] latencies = askFor(Duration.ofSeconds(SECONDS));
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds() + 1;

        OpenBookshop.Figures figures = shop.figures();
        System.out.printf(
                "%d clients, %d s: %d calls, %d fresh, %d stale, %d computations; p50 %.2f, p99 %.2f, max %.1f ms%n",
                CLIENTS,
                SECONDS,
                latencies.length,
                figures.calls(Outcome.FRESH),
                figures.calls(Outcome.STALE),
                figures.computed() - first.computed(),
                latencies[latencies.length / 2] / 1e6,
                latencies[(int) (latencies.length * 0.99)] / 1e6,
                latencies[latencies.length - 1] / 1e6);
        assertThat(figures.calls() - first.calls()).isEqualTo(latencies.length);
        assertThat(figures.calls(Outcome.FRESH) + figures.calls(Outcome.STALE)).isEqualTo(latencies.length);
        assertThat(figures.calls(Outcome.STALE)).isPositive();
        assertThat(figures.computed() - first.computed())
                .as("at most one for each two seconds that have passed")
                .isBetween(1, (int) seconds / 2 + 1);
        assertThat(figures.mostAtOnce()).isEqualTo(1);
    }

    /** Each client asks again as soon as it has its answer. Returns how long the answers took, sorted. */
    private static long[] askFor(Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        List<FutureTask<List<Long>>> clients = IntStream.range(0, CLIENTS)
                .mapToObj(number -> new FutureTask<>(() -> askUntil(end)))
                .toList();
        clients.forEach(client -> new Thread(client, "client").start());
        List<Long> latencies = new ArrayList<>();
        for (FutureTask<List<Long>> client : clients) {
            latencies.addAll(client.get());
        }
        return latencies.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private static List<Long> askUntil(long end) {
        List<Long> latencies = new ArrayList<>();
        for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            assertThat(shop.get(PATH).statusCode()).isEqualTo(200);
            latencies.add(System.nanoTime() - start);
        }
        return latencies;
    }
}
