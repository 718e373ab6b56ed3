package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.Outcome;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Servers that are killed, and come back empty, while an application uses them. */
@Tag("chaos")
abstract class RestartContract {
    private static final int THREADS = 8;
    private static final int KEYS = 20;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(15);

    private static final String TIME_OUT = "memoized.backend.default.timeout";

    private final Servers servers;
    private final SystemTime time = new SystemTime();
    private @Nullable String before;
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicLong calls = new AtomicLong();

    RestartContract(Servers servers) {
        this.servers = servers;
    }

    @BeforeEach
    void waitShortly() {
        before = System.setProperty(TIME_OUT, "500ms");
    }

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(TIME_OUT);
        } else {
            System.setProperty(TIME_OUT, before);
        }
    }

    @Test
    void C65_serverThatIsKilledUnderLoad_failsNoCall_andIsUsedAgain() throws Exception {
        try (RedisBackend backend = servers.backend(time, "restart");
                Memoizer memoizer = Memoizer.builder()
                        .terms(MemoizedTerms.defaults())
                        .backend(backend)
                        .time(time)
                        .build()) {
            Books books = memoizer.attach("books", Books.class, new Shelf(), "title");
            try (Callers<Long> callers = Callers.start(THREADS, number -> load(books))) {
                awaitHits(memoizer);
                servers.kill();
                awaitCalls(10_000);

                servers.start();
                long answers = time.nanos();
                awaitHits(memoizer);
                System.out.printf(
                        "the first hit came %d ms after the server answered%n", (time.nanos() - answers) / 1_000_000);

                isOver.set(true);
                assertThat(callers.values()).hasSize(THREADS).doesNotContain(0L);
            }
            assertThat(memoizer.memoized().counts(Books.TITLE).calls()).isEqualTo(calls.get());
        }
    }

    @Test
    void C11_whatIsDroppedWhileTheServerHangs_isGoneWhenItGoesOn() throws Exception {
        AtomicLong edition = new AtomicLong(1);
        try (RedisBackend backend = servers.backend(time, "hanging");
                Memoizer memoizer = Memoizer.builder()
                        .terms(MemoizedTerms.defaults())
                        .backend(backend)
                        .time(time)
                        .build()) {
            Books books = memoizer.attach("books", Books.class, new Editions(edition), "title");
            books.title("key");
            assertThat(books.title("key")).isEqualTo("key, edition 1");
            servers.pause();
            try {
                edition.set(2);
                memoizer.memoized().entry(Books.TITLE, "key").invalidate();
                assertThat(books.title("key")).isEqualTo("key, edition 2");
            } finally {
                servers.resume();
            }

            long before = memoizer.memoized().counts(Books.TITLE).count(Outcome.FRESH);
            await().atMost(BACK_WITHIN).until(() -> {
                assertThat(books.title("key")).isEqualTo("key, edition 2");
                return memoizer.memoized().counts(Books.TITLE).count(Outcome.FRESH) > before;
            });
        }
    }

    /** Books of which there are new editions. */
    private record Editions(AtomicLong edition) implements Books {
        @Override
        public String title(String key) {
            return key + ", edition " + edition;
        }

        @Override
        public long version(int key) {
            return edition.get();
        }
    }

    private long load(Books books) {
        long done = 0;
        while (!isOver.get()) {
            String key = "key-" + done % KEYS;
            assertThat(books.title(key)).isEqualTo("title of " + key);
            calls.incrementAndGet();
            done++;
        }
        return done;
    }

    private void awaitCalls(long more) {
        long before = calls.get();
        await().atMost(Duration.ofMinutes(2)).until(() -> calls.get() > before + more);
    }

    private static void awaitHits(Memoizer memoizer) {
        long before = memoizer.memoized().counts(Books.TITLE).count(Outcome.FRESH);
        await().atMost(BACK_WITHIN)
                .until(() -> memoizer.memoized().counts(Books.TITLE).count(Outcome.FRESH) > before);
    }
}
