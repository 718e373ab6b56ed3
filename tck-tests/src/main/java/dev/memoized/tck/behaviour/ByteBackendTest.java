package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Backend;
import dev.memoized.CacheService;
import dev.memoized.Counters;
import dev.memoized.Memoized;
import dev.memoized.MemoizedMethods;
import dev.memoized.spi.ValueCodec;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.tck.Seams;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.MemoryByteBackend;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Values that are kept as bytes, by a codec of the application that a setting names. */
@Timeout(60)
class ByteBackendTest {
    private static final String CODEC = "memoized.backend.bytes.codec";

    static {
        System.setProperty(CODEC, "text");
    }

    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, Maker.class, TextCodec.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();

    /** Makes the backend. */
    @ApplicationScoped
    public static class Maker {
        @Produces
        @Singleton
        @Backend("bytes")
        public MemoryByteBackend bytes(ManualClock clock) {
            return new MemoryByteBackend(clock, 10_000);
        }
    }

    /** Writes texts. */
    @Singleton
    public static class TextCodec implements ValueCodec {
        @Override
        public String id() {
            return "text";
        }

        @Override
        public Optional<String> refusal(Type type) {
            return type == String.class ? Optional.empty() : Optional.of("it is no text, return a String");
        }

        @Override
        public byte[] encode(Object value, Type type) {
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object decode(byte[] bytes, Type type) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Inject
        @Backend("bytes")
        CacheService cache;

        @Inject
        MemoizedMethods memoized;

        @Memoized(name = "text", backend = "bytes")
        public String text(String key) {
            return body.compute(key);
        }

        @Memoized(name = "staged", backend = "bytes")
        public CompletionStage<String> staged(String key) {
            return CompletableFuture.completedFuture(body.compute(key));
        }

        @Memoized(name = "nothing", backend = "bytes")
        public @Nullable String nothing(String key) {
            body.compute(key);
            return null;
        }

        public CacheService cache() {
            return cache;
        }

        public Counters counters(String name) {
            return memoized.counters(name);
        }
    }

    /** A bean whose result the codec does not take. */
    @ApplicationScoped
    public static class NoText {
        @Memoized(backend = "bytes")
        public Thread thread(String key) {
            return Thread.currentThread();
        }
    }

    @AfterAll
    static void forget() {
        System.clearProperty(CODEC);
    }

    @Test
    void text_comes_back_from_bytes() {
        String first = shelf.text(key);
        assertThat(shelf.text(key)).isEqualTo(first).isNotSameAs(first);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void stage_is_kept_as_what_it_completes_with() {
        assertThat(shelf.staged(key)).isCompletedWithValue(key + "#1");
        assertThat(shelf.staged(key)).isCompletedWithValue(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void null_is_kept() {
        assertThat(shelf.nothing(key)).isNull();
        assertThat(shelf.nothing(key)).isNull();
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void operations_are_counted() {
        Counters before = shelf.counters("text");
        shelf.text(key);
        shelf.text(key);
        Counters after = shelf.counters("text");
        assertThat(after.hits() - before.hits()).isEqualTo(1);
        assertThat(after.misses() - before.misses()).isEqualTo(1);
        assertThat(after.writes() - before.writes()).isEqualTo(1);
        assertThat(after.failures()).isZero();
    }

    @Test
    void service_counts_whole_numbers() {
        assertThat(shelf.cache().incr(key, 1, 5)).isEqualTo(5);
        assertThat(shelf.cache().incr(key, 1)).isEqualTo(6);
        assertThat(shelf.cache().of(Integer.class).get(key)).isEqualTo(6);
    }

    @Test
    void type_that_the_codec_refuses_fails_the_deployment() {
        Refused refused = Refused.deploying(NoText.class, Maker.class, TextCodec.class, Seams.class);
        refused.assertTold(NoText.class, "thread", "MEMO0229", "text", "java.lang.Thread", "return a String");
    }

    @Test
    void codec_that_is_not_there_fails_the_deployment() {
        System.setProperty(CODEC, "nowhere");
        try {
            Refused refused = Refused.deploying(Shelf.class, Maker.class, TextCodec.class, Seams.class);
            assertThat(refused.problemsOf(Shelf.class))
                    .hasSize(3)
                    .allMatch(problem -> problem.startsWith("MEMO0227") && problem.contains("nowhere"));
        } finally {
            System.setProperty(CODEC, "text");
        }
    }
}
