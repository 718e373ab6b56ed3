package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static dev.memoized.Outcome.FALLBACK;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.JOINED;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Memoized;
import dev.memoized.MemoizedMethods;
import dev.memoized.OnError;
import dev.memoized.Refresh;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a call does while its origin is slow or down: all of it through the container's proxies. */
@Timeout(60)
class PoliciesTest {
    private static final Duration STALE_AGE = Duration.ofMinutes(2);
    private static final Duration OLD_AGE = Duration.ofMinutes(11);

    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();

    /** A bean whose origin may be down. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();
        private volatile boolean down;

        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public String title(String key) {
            return compute(key);
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h", waitForRefresh = "100ms")
        public String soon(String key) {
            return compute(key);
        }

        @Memoized(refreshAfter = "1m", waitAfter = "10m", expireAfter = "1h")
        public String notTooOld(String key) {
            return compute(key);
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h", refresh = Refresh.CALLER, onError = OnError.THROW)
        public String telling(String key) {
            return compute(key);
        }

        @Memoized(refreshAfter = "10m", expireAfter = "1h", eagerRefresh = 0.5)
        public String eager(String key) {
            return compute(key);
        }

        private String compute(String key) {
            String value = body.compute(key);
            if (down) {
                throw new IllegalStateException(value);
            }
            return value;
        }

        public int count(String key) {
            return body.count(key);
        }

        public void down(boolean isDown) {
            down = isDown;
        }
    }

    private void down(Runnable work) {
        shelf.down(true);
        try {
            work.run();
        } finally {
            shelf.down(false);
        }
    }

    @Test
    void renewal_that_failed_is_tried_again_after_the_back_off_only() {
        shelf.title(key);
        app.advance(STALE_AGE);
        shelf.title(key);
        down(app::refresh);
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(app.executor().size()).isZero();
        app.advance(Duration.ofSeconds(1));
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        app.refresh();
        assertThat(shelf.title(key)).isEqualTo(key + "#3");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FALLBACK, STALE, FRESH);
    }

    @Test
    void failures_can_be_seen() {
        String name = Shelf.class.getName() + ".title(java.lang.String)";
        MemoizedMethods memoized = app.get(MemoizedMethods.class);
        shelf.title(key);
        app.advance(STALE_AGE);
        shelf.title(key);
        down(app::refresh);
        assertThat(memoized.failures(name).keys()).isPositive();
        assertThat(memoized.failures(name).lastError()).isEqualTo(IllegalStateException.class);
        app.advance(Duration.ofSeconds(1));
        shelf.title(key);
        app.refresh();
        assertThat(memoized.failures(name).keys()).isZero();
    }

    @Test
    void waitForRefresh_brings_the_new_value_or_after_its_end_the_stale_one() {
        shelf.soon(key);
        app.advance(STALE_AGE);
        try (Callers<String> caller = Callers.start(1, number -> shelf.soon(key))) {
            app.clock().awaitWaiters(1);
            app.advance(Duration.ofMillis(100));
            assertThat(caller.values()).containsExactly(key + "#1");
        }
        try (Callers<String> caller = Callers.start(1, number -> shelf.soon(key))) {
            app.clock().awaitWaiters(1);
            app.refresh();
            assertThat(caller.values()).containsExactly(key + "#2");
        }
        assertThat(app.outcomes()).containsExactly(COMPUTED, FALLBACK, JOINED);
    }

    @Test
    void waitAfter_computes_in_the_call_with_the_old_value_as_the_fallback() {
        shelf.notTooOld(key);
        app.advance(OLD_AGE);
        down(() -> assertThat(shelf.notTooOld(key)).isEqualTo(key + "#1"));
        app.advance(Duration.ofSeconds(1));
        assertThat(shelf.notTooOld(key)).isEqualTo(key + "#3");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FALLBACK, COMPUTED);
        assertThat(app.executor().size()).isZero();
    }

    @Test
    void onError_throw_tells_the_one_whose_renewal_failed() {
        shelf.telling(key);
        app.advance(STALE_AGE);
        down(() -> assertThatThrownBy(() -> shelf.telling(key)).hasMessage(key + "#2"));
        assertThat(shelf.telling(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FAILED, FALLBACK);
    }

    @Test
    void eagerRefresh_renews_what_is_still_fresh() {
        shelf.eager(key);
        app.advance(Duration.ofMinutes(6));
        assertThat(shelf.eager(key)).isEqualTo(key + "#1");
        assertThat(app.refresh()).isEqualTo(1);
        assertThat(shelf.eager(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, FRESH);
    }
}
