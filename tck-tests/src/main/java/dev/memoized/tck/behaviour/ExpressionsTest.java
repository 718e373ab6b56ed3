package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Durations in all their forms. */
@Timeout(60)
class ExpressionsTest {
    private static final String SET = "tck.expressions.set";

    static {
        System.setProperty(SET, "2h");
    }

    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized(expireAfter = "${" + SET + ":1h}")
        public String set(String key) {
            return body.compute(key);
        }

        @Memoized(expireAfter = "${" + SET + "}")
        public String setWithoutDefault(String key) {
            return body.compute(key);
        }

        @Memoized(expireAfter = "${tck.expressions.unset:1h}")
        public String unset(String key) {
            return body.compute(key);
        }

        @Memoized(refreshAfter = "${tck.expressions.unset:1m}", expireAfter = "PT1H")
        public String iso(String key) {
            return body.compute(key);
        }

        @Memoized(expireAfter = "1h30m")
        public String mixed(String key) {
            return body.compute(key);
        }

        @Memoized(expireAfter = "500ms")
        public String millis(String key) {
            return body.compute(key);
        }
    }

    @AfterAll
    static void forget() {
        System.clearProperty(SET);
    }

    @Test
    void value_of_a_key_wins_over_its_default() {
        assertExpires(() -> shelf.set(key), Duration.ofHours(2));
    }

    @Test
    void value_of_a_key_needs_no_default() {
        assertExpires(() -> shelf.setWithoutDefault(key), Duration.ofHours(2));
    }

    @Test
    void default_holds_for_a_key_without_value() {
        assertExpires(() -> shelf.unset(key), Duration.ofHours(1));
    }

    @Test
    void hours_and_minutes_add_up() {
        assertExpires(() -> shelf.mixed(key), Duration.ofMinutes(90));
    }

    @Test
    void milliseconds_are_understood() {
        assertExpires(() -> shelf.millis(key), Duration.ofMillis(500));
    }

    @Test
    void iso_form_is_understood_and_refreshAfter_may_be_an_expression() {
        shelf.iso(key);
        app.advance(Duration.ofMinutes(1).plusNanos(1));
        shelf.iso(key);
        app.advance(Duration.ofHours(1));
        shelf.iso(key);
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, COMPUTED);
    }

    private void assertExpires(Runnable call, Duration age) {
        call.run();
        app.advance(age);
        call.run();
        app.advance(Duration.ofNanos(1));
        call.run();
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }
}
