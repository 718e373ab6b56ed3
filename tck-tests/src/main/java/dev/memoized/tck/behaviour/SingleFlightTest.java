package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.JOINED;
import static dev.memoized.spi.FaultPoints.Place.FOLLOWING;
import static dev.memoized.spi.FaultPoints.Place.LEASED;
import static dev.memoized.spi.FaultPoints.Place.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.memoized.Memoized;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One computation for all who ask at the same time. */
@Timeout(60)
class SingleFlightTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized
        public String title(String key) {
            return body.compute(key);
        }

        @Memoized
        public String failing(String key) {
            throw new IllegalStateException(body.compute(key));
        }

        public Body body() {
            return body;
        }
    }

    @Test
    void herd_on_a_cold_key_computes_once() {
        app.gate().hold(LEASED);
        try (Callers<String> herd = Callers.start("herd", 100, number -> shelf.title(key))) {
            app.gate().awaitReached(FOLLOWING, 99);
            app.gate().open(LEASED);
            assertThat(herd.values()).isEqualTo(Collections.nCopies(100, key + "#1"));
        }
        assertThat(app.listener().count(COMPUTED)).isOne();
        assertThat(app.listener().count(JOINED)).isEqualTo(99);
        assertThat(app.outcomes()).hasSize(100);
        assertThat(shelf.body().count(key)).isOne();
    }

    @Test
    void caller_after_publishing_is_served_before_the_waiting_ones_know() {
        app.gate().hold(PUBLISHED);
        try (Callers<String> leader = Callers.start(1, number -> shelf.title(key))) {
            app.gate().awaitReached(PUBLISHED, 1);
            assertThat(shelf.title(key)).isEqualTo(key + "#1");
            app.gate().open(PUBLISHED);
            assertThat(leader.values()).containsExactly(key + "#1");
        }
        assertThat(app.outcomes()).containsExactly(FRESH, COMPUTED);
    }

    @Test
    void failing_computation_is_tried_once_and_all_get_its_exception() {
        app.gate().hold(LEASED);
        List<Throwable> failures;
        try (Callers<String> herd = Callers.start("herd", 20, number -> shelf.failing(key))) {
            app.gate().awaitReached(FOLLOWING, 19);
            app.gate().open(LEASED);
            failures = herd.failures();
        }
        assertThat(failures).hasSize(20).allMatch(failure -> failure == failures.get(0));
        assertThat(failures.get(0)).isInstanceOf(IllegalStateException.class).hasMessage(key + "#1");
        assertThat(app.outcomes()).isEqualTo(Collections.nCopies(20, FAILED));
    }

    @Test
    void call_after_a_failure_computes_anew() {
        assertThat(catchThrowable(() -> shelf.failing(key))).hasMessage(key + "#1");
        assertThat(catchThrowable(() -> shelf.failing(key))).hasMessage(key + "#2");
    }

    @Test
    void keys_do_not_wait_for_each_other() {
        String other = app.key();
        shelf.body().hold(key + "#1");
        try (Callers<String> leader = Callers.start(1, number -> shelf.title(key))) {
            shelf.body().awaitBegun(key + "#1");
            assertThat(shelf.title(other)).isEqualTo(other + "#1");
            shelf.body().open(key + "#1");
            assertThat(leader.values()).containsExactly(key + "#1");
        }
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void many_keys_are_computed_at_the_same_time() {
        app.gate().hold(LEASED);
        try (Callers<String> callers = Callers.start(16, number -> shelf.title(key + "/" + number))) {
            app.gate().awaitReached(LEASED, 16);
            app.gate().open(LEASED);
            assertThat(callers.values()).hasSize(16);
        }
        assertThat(app.outcomes()).isEqualTo(Collections.nCopies(16, COMPUTED));
    }

    @Test
    void failure_of_the_cache_before_the_computation_frees_the_key() {
        assertFreeAfterFailureAt(LEASED);
    }

    @Test
    void failure_of_the_cache_after_the_computation_frees_the_key() {
        assertFreeAfterFailureAt(Place.COMPUTED);
    }

    @Test
    void failure_of_the_cache_after_publishing_frees_the_key() {
        assertFreeAfterFailureAt(PUBLISHED);
    }

    private void assertFreeAfterFailureAt(Place place) {
        AtomicBoolean planted = new AtomicBoolean(true);
        app.gate().failAt(place, () -> planted.getAndSet(false) ? new IllegalStateException("planted") : null);
        var unused = catchThrowable(() -> shelf.title(key));
        assertThat(planted).isFalse();
        assertThat(shelf.title(key)).startsWith(key + "#");
        assertThat(app.clock().waiters()).isZero();
    }
}
