package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static dev.memoized.tck.behaviour.StageViews.resultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.memoized.Backend;
import dev.memoized.CurrentComputation;
import dev.memoized.Memoized;
import dev.memoized.Refresh;
import dev.memoized.Remembered;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.MemoryByteBackend;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A computation speaks of its own value: how long it is good, whether it is kept, and that the old one still is right. */
@Timeout(60)
class FromInsideTest {
    private static final String CODEC = "memoized.backend.spoken.codec";
    private static final Duration STALE_AGE = Duration.ofMinutes(2);

    static {
        System.setProperty(CODEC, "scalar");
    }

    @RegisterExtension
    static final Deployed app = Deployed.with(Maker.class, Page.class);

    private final Page page = app.get(Page.class);
    private final CurrentComputation current = app.get(CurrentComputation.class);
    private final String key = app.key();

    /** Makes a backend of bytes. */
    @ApplicationScoped
    public static class Maker {
        private @Nullable MemoryByteBackend backend;

        @Produces
        @Singleton
        @Backend("spoken")
        public MemoryByteBackend bytes(ManualClock clock) {
            backend = new MemoryByteBackend(clock, 10_000);
            return backend;
        }

        public void drop(String tag) {
            Namespace any = new Namespace("any", "", 1, String::valueOf);
            Objects.requireNonNull(backend).open(any).invalidate(Mark.tag(tag), InvalidationMode.HARD);
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Page {
        private final Body body = new Body();
        private volatile @Nullable String seen;

        @Inject
        CurrentComputation current;

        @Memoized(expireAfter = "1h")
        public String brief(String key) {
            current.expireAfter(Duration.ofMinutes(1));
            return body.compute(key);
        }

        @Memoized(expireAfter = "1h")
        public String soonStale(String key) {
            current.refreshAfter(Duration.ofMinutes(1));
            return body.compute(key);
        }

        @Memoized
        public String secret(String key) {
            current.doNotStore();
            return body.compute(key);
        }

        @Memoized(backend = "spoken", expireAfter = "1m")
        public String tagged(String key) {
            current.tag("of " + key);
            current.expireAfter(CurrentComputation.FOREVER);
            return body.compute(key);
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public String unchanged(String key) {
            return ask(key);
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h", refresh = Refresh.CALLER)
        public String unchangedForCaller(String key) {
            return ask(key);
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public CompletionStage<String> unchangedStage(String key) {
            return CompletableFuture.completedFuture(ask(key));
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h", isolated = true)
        public String unchangedApart(String key) {
            return ask(key);
        }

        @Memoized(backend = "spoken", refreshAfter = "1m", expireAfter = "1h")
        public String unchangedBytes(String key) {
            return ask(key);
        }

        @Memoized
        public String unfounded(String key) {
            current.notModified();
            return body.compute(key);
        }

        /** As an origin that has nothing newer. */
        private String ask(String key) {
            String value = body.compute(key);
            Optional<Remembered<Object>> remembered = current.remembered();
            remembered.ifPresent(old -> {
                seen = old.value() + " " + old.age();
                current.notModified();
            });
            return remembered.isPresent() ? "" : value;
        }

        public Body body() {
            return body;
        }

        public @Nullable String seen() {
            return seen;
        }
    }

    @AfterAll
    static void forget() {
        System.clearProperty(CODEC);
    }

    @Test
    void expireAfter_from_inside_ends_this_value() {
        page.brief(key);
        app.advance(Duration.ofMinutes(1));
        assertThat(page.brief(key)).isEqualTo(key + "#1");
        app.advance(Duration.ofSeconds(1));
        assertThat(page.brief(key)).isEqualTo(key + "#2");
    }

    @Test
    void refreshAfter_from_inside_has_this_value_renewed() {
        page.soonStale(key);
        app.advance(STALE_AGE);
        assertThat(page.soonStale(key)).isEqualTo(key + "#1");
        app.refresh();
        assertThat(page.soonStale(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void doNotStore_from_inside_returns_the_value_only() {
        assertThat(page.secret(key)).isEqualTo(key + "#1");
        assertThat(page.secret(key)).isEqualTo(key + "#2");
    }

    @Test
    void tag_from_inside_drops_the_value() {
        Maker maker = app.get(Maker.class);
        page.tagged(key);
        app.advance(Duration.ofHours(1));
        maker.drop("of another");
        assertThat(page.tagged(key)).isEqualTo(key + "#1");
        maker.drop("of " + key);
        assertThat(page.tagged(key)).isEqualTo(key + "#2");
    }

    @Test
    void notModified_in_a_renewal_behind_the_value_stays_and_is_fresh() {
        page.unchanged(key);
        app.advance(STALE_AGE);
        page.unchanged(key);
        app.refresh();
        assertThat(page.unchanged(key)).isEqualTo(key + "#1");
        assertThat(page.body().count(key)).isEqualTo(2);
        assertThat(page.seen()).isEqualTo(key + "#1 " + STALE_AGE);
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void notModified_in_a_call_it_returns_the_remembered_value() {
        page.unchangedForCaller(key);
        app.advance(STALE_AGE);
        assertThat(page.unchangedForCaller(key)).isEqualTo(key + "#1");
        assertThat(page.unchangedForCaller(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, FRESH);
    }

    @Test
    void notModified_of_a_stage_the_value_stays() {
        page.unchangedStage(key);
        app.advance(STALE_AGE);
        page.unchangedStage(key);
        app.refresh();
        assertThat(resultOf(page.unchangedStage(key))).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void notModified_of_an_isolated_method_the_value_stays() {
        page.unchangedApart(key);
        app.advance(STALE_AGE);
        page.unchangedApart(key);
        app.refresh();
        assertThat(page.unchangedApart(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void notModified_of_bytes_the_value_stays() {
        page.unchangedBytes(key);
        app.advance(STALE_AGE);
        page.unchangedBytes(key);
        app.refresh();
        assertThat(page.unchangedBytes(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void notModified_of_nothing_fails() {
        assertThatIllegalStateException().isThrownBy(() -> page.unfounded(key)).withMessageContaining("MEMO0354");
    }

    @Test
    void outside_of_computations_nothing_happens() {
        current.expireAfter(Duration.ZERO);
        current.refreshAfter(Duration.ZERO);
        current.doNotStore();
        current.tag("any");
        current.notModified();
        assertThat(current.remembered()).isEmpty();
    }
}
