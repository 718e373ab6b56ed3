package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FALLBACK;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.Refresh;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code refresh = CALLER}: one caller renews, the others get the stale value. */
@Timeout(60)
class CallerRefreshTest {
    private static final Duration STALE_AGE = Duration.ofMinutes(2);

    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();
        private volatile boolean failing;

        @Memoized(refreshAfter = "1m", expireAfter = "1h", refresh = Refresh.CALLER)
        public String title(String key) {
            String value = body.compute(key);
            if (failing) {
                throw new IllegalStateException(value);
            }
            return value;
        }

        public Body body() {
            return body;
        }

        public void fail(boolean fail) {
            failing = fail;
        }
    }

    @Test
    void caller_of_a_stale_value_renews_it_itself() {
        shelf.title(key);
        app.advance(STALE_AGE);
        assertThat(shelf.title(key)).isEqualTo(key + "#2");
        assertThat(shelf.title(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, FRESH);
        assertThat(app.executor().size()).isZero();
    }

    @Test
    void others_get_the_stale_value_meanwhile() {
        shelf.title(key);
        app.advance(STALE_AGE);
        shelf.body().hold(key + "#2");
        try (Callers<String> renewing = Callers.start(1, number -> shelf.title(key))) {
            shelf.body().awaitBegun(key + "#2");
            assertThat(shelf.title(key)).isEqualTo(key + "#1");
            shelf.body().open(key + "#2");
            assertThat(renewing.values()).containsExactly(key + "#2");
        }
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, COMPUTED);
    }

    @Test
    void failure_of_the_renewal_is_covered_by_the_stale_value() {
        shelf.title(key);
        app.advance(STALE_AGE);
        shelf.fail(true);
        try {
            assertThat(shelf.title(key)).isEqualTo(key + "#1");
        } finally {
            shelf.fail(false);
        }
        assertThat(app.outcomes()).containsExactly(COMPUTED, FALLBACK);
    }

    @Test
    void value_is_renewed_again_after_a_failure() {
        failure_of_the_renewal_is_covered_by_the_stale_value();
        app.advance(Duration.ofMinutes(10));
        assertThat(shelf.title(key)).isEqualTo(key + "#3");
    }
}
