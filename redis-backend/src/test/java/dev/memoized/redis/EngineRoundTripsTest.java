package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import dev.memoized.SingleFlight;
import dev.memoized.WhenCold;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.testing.HandExecutor;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a call costs: everything that the engine and its guard ask of the server. */
class EngineRoundTripsTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private static final int CALLS = 500;

    /** When the channel comes to be heard, leases that are out are asked for, by a script that the server does not know. */
    private static final long FIRST = 4;

    private static final MemoizedTerms TERMS = MemoizedTerms.defaults().expireAfter(Duration.ofHours(1));

    private final SystemTime time = new SystemTime();
    private final HandExecutor executor = new HandExecutor();
    private RedisBackend backend;

    @BeforeEach
    void open(TestInfo test) {
        backend = SERVER.backend(time, test.getDisplayName());
    }

    @AfterEach
    void close() {
        backend.close();
        time.close();
    }

    private Memoizer memoizer(MemoizedTerms terms) {
        return Memoizer.builder()
                .terms(terms)
                .backend(backend)
                .executor(executor)
                .time(time)
                .build();
    }

    /** Connected, with its scripts loaded, and its marks and the distance of the clocks known. */
    private static Books warm(Memoizer memoizer) {
        Books books = memoizer.attach("books", Books.class, new Shelf(), "title");
        books.title("warm");
        books.title("warm");
        return books;
    }

    @ParameterizedTest
    @MethodSource("hits")
    void hit_isOneCommand(MemoizedTerms terms) {
        try (Memoizer memoizer = memoizer(terms)) {
            Books books = warm(memoizer);

            Map<String, Long> counted = Commands.counted(SERVER, () -> times(() -> books.title("warm")));

            assertThat(counted).isEqualTo(Map.of("mget", (long) CALLS));
        }
    }

    static Stream<MemoizedTerms> hits() {
        return Stream.of(TERMS, TERMS.tags("one", "two"));
    }

    @ParameterizedTest
    @MethodSource("misses")
    void miss_isThree(MemoizedTerms terms) {
        try (Memoizer memoizer = memoizer(terms)) {
            Books books = warm(memoizer);

            Map<String, Long> counted = Commands.counted(SERVER, () -> {
                for (int key = 0; key < CALLS; key++) {
                    assertThat(books.title("" + key)).isEqualTo("title of " + key);
                }
            });

            assertThat(counted).containsEntry("mget", (long) CALLS);
            assertThat(Commands.scripts(counted)).isBetween(2L * CALLS, 2L * CALLS + FIRST);
        }
    }

    static Stream<MemoizedTerms> misses() {
        return Stream.of(
                TERMS,
                TERMS.tags("one", "two"),
                TERMS.whenCold(WhenCold.FAIL),
                TERMS.whenCold(WhenCold.COMPUTE),
                TERMS.singleFlight(SingleFlight.LOCAL));
    }

    /**
     * Who meets a value that is a little stale pays for the read alone; the renewal asks for a lease and stores. How old a
     * value is depends on the server's clock, of which this JVM has a notion only: now and then one is not stale yet.
     */
    @Test
    void staleCaller_paysOne_andARenewalTwo() {
        try (Memoizer memoizer = memoizer(TERMS.refreshAfter(Duration.ZERO))) {
            Books books = warm(memoizer);
            executor.runAll();
            long before = renewals(memoizer);

            Map<String, Long> counted = Commands.counted(
                    SERVER,
                    () -> times(() -> {
                        books.title("warm");
                        executor.runAll();
                    }));

            long renewals = renewals(memoizer) - before;
            assertThat(renewals).isGreaterThan(CALLS / 2);
            assertThat(renewals + before)
                    .isEqualTo(memoizer.memoized().counts(Books.TITLE).count(Outcome.STALE));
            assertThat(counted).containsEntry("mget", (long) CALLS);
            assertThat(Commands.scripts(counted)).isBetween(2 * renewals, 2 * renewals + FIRST);
        }
    }

    private static long renewals(Memoizer memoizer) {
        return memoizer.memoized().counts(Books.TITLE).count(RefreshEvent.SUCCEEDED);
    }

    private static void times(Runnable call) {
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
    }
}
