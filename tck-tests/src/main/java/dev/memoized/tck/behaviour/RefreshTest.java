package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.JOINED;
import static dev.memoized.Outcome.STALE;
import static dev.memoized.RefreshEvent.FAILED;
import static dev.memoized.RefreshEvent.REJECTED;
import static dev.memoized.RefreshEvent.STARTED;
import static dev.memoized.RefreshEvent.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.MemoizedMethods;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Renewal behind the callers: one at a time, and its failure harms nobody. */
@Timeout(60)
class RefreshTest {
    private static final Duration STALE_AGE = Duration.ofMinutes(2);
    private static final Duration ANY_BACK_OFF = Duration.ofMinutes(10);

    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class, Desk.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final MemoizedMethods memoized = app.get(MemoizedMethods.class);
    private final String key = app.key();

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();
        private volatile boolean failing;

        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public String title(String key) {
            String value = body.compute(key);
            if (failing) {
                throw new IllegalStateException(value);
            }
            return value;
        }

        @Memoized(refreshAfter = "1m", expireAfter = "3m")
        public String brief(String key) {
            return body.compute(key);
        }

        public Body body() {
            return body;
        }

        public void fail(boolean fail) {
            failing = fail;
        }
    }

    /** A bean whose memoized method calls another one. */
    @ApplicationScoped
    public static class Desk {
        private final Body body = new Body();

        @Inject
        Shelf shelf;

        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public String label(String key) {
            return body.compute(key) + "/" + shelf.title(key);
        }
    }

    @Test
    void renewal_is_told_to_the_listener() {
        makeStale();
        app.refresh();
        assertThat(app.listener().refreshEvents()).containsExactly(STARTED, SUCCEEDED);
        assertThat(app.listener().refreshes().get(0).name()).endsWith("Shelf.title(java.lang.String)");
    }

    @Test
    void renewal_is_no_call() {
        makeStale();
        app.refresh();
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE);
    }

    @Test
    void many_callers_of_a_stale_value_cause_one_renewal() {
        shelf.title(key);
        app.advance(STALE_AGE);
        try (Callers<String> callers = Callers.start(50, number -> shelf.title(key))) {
            assertThat(callers.values()).isEqualTo(Collections.nCopies(50, key + "#1"));
        }
        app.refresh();
        assertThat(shelf.body().count(key)).isEqualTo(2);
        assertThat(app.listener().count(STARTED)).isOne();
        assertThat(app.listener().count(STALE)).isEqualTo(50);
    }

    @Test
    void stale_value_is_served_while_its_renewal_runs() {
        makeStale();
        shelf.body().hold(key + "#2");
        try (Callers<Integer> renewing = Callers.start("renewal", 1, number -> app.refresh())) {
            shelf.body().awaitBegun(key + "#2");
            assertThat(shelf.title(key)).isEqualTo(key + "#1");
            assertThat(app.refresh()).isLessThanOrEqualTo(1);
            shelf.body().open(key + "#2");
            assertThat(renewing.values()).hasSize(1);
        }
        assertThat(shelf.title(key)).isEqualTo(key + "#2");
        assertThat(shelf.body().count(key)).isEqualTo(2);
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, STALE, FRESH);
    }

    @Test
    void caller_whose_value_expired_meanwhile_joins_the_running_renewal() {
        shelf.brief(key);
        app.advance(STALE_AGE);
        shelf.brief(key);
        shelf.body().hold(key + "#2");
        try (Callers<Integer> renewing = Callers.start("renewal", 1, number -> app.refresh())) {
            shelf.body().awaitBegun(key + "#2");
            app.advance(STALE_AGE);
            try (Callers<String> cold = Callers.start(1, number -> shelf.brief(key))) {
                app.clock().awaitWaiters(1);
                shelf.body().open(key + "#2");
                assertThat(cold.values()).containsExactly(key + "#2");
            }
            assertThat(renewing.values()).hasSize(1);
        }
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, JOINED);
    }

    @Test
    void failing_renewal_leaves_the_stale_value_and_frees_the_key() {
        makeStale();
        shelf.fail(true);
        app.refresh();
        shelf.fail(false);
        assertThat(app.listener().refreshEvents()).containsExactly(STARTED, FAILED);
        app.advance(ANY_BACK_OFF);
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        app.refresh();
        assertThat(shelf.title(key)).isEqualTo(key + "#3");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, STALE, FRESH);
    }

    @Test
    void failing_renewal_does_not_keep_a_value_beyond_expireAfter() {
        makeStale();
        shelf.fail(true);
        app.refresh();
        shelf.fail(false);
        app.advance(Duration.ofHours(1));
        assertThat(shelf.title(key)).isEqualTo(key + "#3");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, COMPUTED);
    }

    @Test
    void refused_renewal_is_counted_and_tried_again_later() {
        shelf.title(key);
        app.advance(STALE_AGE);
        app.executor().refuse(true);
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(app.listener().refreshEvents()).containsExactly(REJECTED);
        app.executor().refuse(false);
        app.advance(ANY_BACK_OFF);
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        app.refresh();
        assertThat(shelf.title(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, STALE, FRESH);
    }

    @Test
    void stale_value_inside_a_renewal_is_served_and_renewed_by_itself() {
        Desk desk = app.get(Desk.class);
        assertThat(desk.label(key)).isEqualTo(key + "#1/" + key + "#1");
        app.advance(STALE_AGE);
        desk.label(key);
        app.refresh();
        assertThat(desk.label(key)).isEqualTo(key + "#2/" + key + "#1");
        assertThat(shelf.title(key)).isEqualTo(key + "#2");
        assertThat(app.listener().count(SUCCEEDED)).isEqualTo(2);
    }

    @Test
    void fresh_value_inside_a_renewal_is_served() {
        Desk desk = app.get(Desk.class);
        desk.label(key);
        app.advance(STALE_AGE);
        shelf.title(key);
        app.refresh();
        desk.label(key);
        app.refresh();
        assertThat(desk.label(key)).isEqualTo(key + "#2/" + key + "#2");
        assertThat(shelf.body().count(key)).isEqualTo(2);
    }

    @Test
    void awaitRefreshes_returns_at_once_when_there_is_none() throws InterruptedException {
        assertThat(memoized.awaitRefreshes(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void awaitRefreshes_without_time_tells_whether_there_are_some() throws InterruptedException {
        makeStale();
        assertThat(memoized.awaitRefreshes(Duration.ZERO)).isFalse();
        app.refresh();
        assertThat(memoized.awaitRefreshes(Duration.ZERO)).isTrue();
    }

    @Test
    void awaitRefreshes_ends_with_the_last_renewal() {
        makeStale();
        shelf.body().hold(key + "#2");
        try (Callers<Integer> renewing = Callers.start("renewal", 1, number -> app.refresh());
                Callers<Boolean> waiting =
                        Callers.start("waiting", 1, number -> memoized.awaitRefreshes(Duration.ofSeconds(20)))) {
            shelf.body().awaitBegun(key + "#2");
            shelf.body().open(key + "#2");
            assertThat(waiting.values()).containsExactly(true);
            assertThat(renewing.values()).containsExactly(1);
        }
    }

    @Test
    void awaitRefreshes_ends_after_a_failure_too() throws InterruptedException {
        makeStale();
        shelf.fail(true);
        app.refresh();
        shelf.fail(false);
        assertThat(memoized.awaitRefreshes(Duration.ofSeconds(10))).isTrue();
    }

    private void makeStale() {
        shelf.title(key);
        app.advance(STALE_AGE);
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
    }
}
