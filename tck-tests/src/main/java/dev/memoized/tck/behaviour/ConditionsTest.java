package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FALLBACK;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CacheIf;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which results are remembered: {@code cacheIf}. */
@Timeout(60)
class ConditionsTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, Judge.class, AsBean.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();

    /** What a condition may need. */
    @ApplicationScoped
    public static class Judge {
        public boolean likes(String word) {
            return !word.startsWith("bad");
        }
    }

    /** A condition that is a bean. */
    @ApplicationScoped
    public static class AsBean implements CacheIf {
        @Inject
        Judge judge;

        @Override
        public boolean test(MemoizedCall call, @Nullable Object result) {
            return judge.likes(String.valueOf(call.arguments().get(0)));
        }
    }

    /** A condition that looks at the result. */
    public static class Odd implements CacheIf {
        @Override
        public boolean test(MemoizedCall call, @Nullable Object result) {
            return String.valueOf(result).matches(".*[13579]");
        }
    }

    /** A condition that fails. */
    public static class Throwing implements CacheIf {
        @Override
        public boolean test(MemoizedCall call, @Nullable Object result) {
            throw new IllegalStateException("no idea");
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized(cacheIf = CacheIf.Present.class)
        public @Nullable String maybeNull(String key, boolean present) {
            String value = body.compute(key);
            return present ? value : null;
        }

        @Memoized(cacheIf = CacheIf.Present.class)
        public Optional<String> maybeEmpty(String key, boolean present) {
            return Optional.of(body.compute(key)).filter(value -> present);
        }

        @Memoized(cacheIf = AsBean.class)
        public String judged(String key) {
            return body.compute(key);
        }

        @Memoized(cacheIf = Throwing.class)
        public String throwing(String key) {
            return body.compute(key);
        }

        @Memoized(cacheIf = Odd.class, refreshAfter = "1m", expireAfter = "1h")
        public String odd(String key) {
            return body.compute(key);
        }

        @Memoized(cacheIf = Odd.class)
        public CompletionStage<String> oddStage(String key) {
            return CompletableFuture.completedStage(body.compute(key));
        }

        public Body body() {
            return body;
        }
    }

    @Test
    void present_does_not_remember_null() {
        assertThat(shelf.maybeNull(key, false)).isNull();
        assertThat(shelf.maybeNull(key, false)).isNull();
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void present_remembers_what_is_there() {
        shelf.maybeNull(key, true);
        shelf.maybeNull(key, true);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void present_does_not_remember_an_empty_optional() {
        shelf.maybeEmpty(key, false);
        shelf.maybeEmpty(key, false);
        shelf.maybeEmpty(key, true);
        shelf.maybeEmpty(key, true);
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, COMPUTED, FRESH);
    }

    @Test
    void bean_decides_by_the_call() {
        String bad = "bad " + key;
        shelf.judged(key);
        shelf.judged(key);
        shelf.judged(bad);
        assertThat(shelf.judged(bad)).isEqualTo(bad + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED, COMPUTED);
    }

    @Test
    void failing_condition_returns_the_result_and_does_not_remember_it() {
        assertThat(shelf.throwing(key)).isEqualTo(key + "#1");
        assertThat(shelf.throwing(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void refused_result_of_a_renewal_does_not_replace_the_stale_value() {
        shelf.odd(key);
        app.advance(Duration.ofMinutes(2));
        shelf.odd(key);
        app.refresh();
        assertThat(shelf.body().count(key)).isEqualTo(2);
        assertThat(shelf.odd(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FALLBACK);
    }

    @Test
    void accepted_result_of_a_later_renewal_does() {
        refused_result_of_a_renewal_does_not_replace_the_stale_value();
        app.advance(Duration.ofMinutes(10));
        shelf.odd(key);
        app.refresh();
        assertThat(shelf.odd(key)).isEqualTo(key + "#3");
    }

    @Test
    void condition_sees_what_a_stage_completed_with() {
        shelf.oddStage(key);
        shelf.oddStage(key);
        String other = app.key();
        shelf.body().compute(other);
        shelf.oddStage(other);
        shelf.oddStage(other);
        shelf.oddStage(other);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED, COMPUTED, FRESH);
    }
}
