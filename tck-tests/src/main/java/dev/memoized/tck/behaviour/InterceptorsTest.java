package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static dev.memoized.RefreshEvent.FAILED;
import static dev.memoized.RefreshEvent.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.tck.Journal;
import dev.memoized.tck.behaviour.OuterInterceptor.Route;
import dev.memoized.tck.behaviour.OuterInterceptor.Way;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Exactly one interception for each call, between the outer and the inner interceptors; in renewals too. */
@Timeout(60)
class InterceptorsTest {
    private static final Duration STALE_AGE = Duration.ofMinutes(2);

    @RegisterExtension
    static final Deployed app =
            Deployed.with(Journal.class, Shelf.class, OuterInterceptor.class, InnerInterceptor.class, Route.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final Journal journal = app.get(Journal.class);
    private final Route route = app.get(Route.class);
    private final String key = app.key();

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Inject
        Journal journal;

        @Outer
        @Inner
        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public String title(String key) {
            journal.add("body");
            return body.compute(key);
        }

        public int computations(String key) {
            return body.count(key);
        }
    }

    @BeforeEach
    void forget() {
        journal.take();
    }

    @AfterEach
    void straighten() {
        route.take(Way.STRAIGHT);
    }

    @Test
    void computing_call_passes_every_interceptor_once() {
        shelf.title(key);
        assertThat(journal.take()).containsExactly("outer in", "inner in", "body", "inner out", "outer out");
        assertThat(app.outcomes()).containsExactly(COMPUTED);
    }

    @Test
    void hit_passes_the_outer_interceptor_only() {
        shelf.title(key);
        journal.take();
        shelf.title(key);
        assertThat(journal.take()).containsExactly("outer in", "outer out");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void renewal_passes_every_interceptor_once() {
        makeStale();
        app.refresh();
        assertThat(journal.take()).containsExactly("outer in", "inner in", "body", "inner out", "outer out");
        assertThat(app.listener().count(SUCCEEDED)).isOne();
    }

    @Test
    void every_renewal_passes_every_interceptor() {
        for (int renewal = 0; renewal < 3; renewal++) {
            makeStale();
            app.refresh();
            assertThat(journal.take()).containsExactly("outer in", "inner in", "body", "inner out", "outer out");
        }
        assertThat(app.listener().count(SUCCEEDED)).isEqualTo(3);
    }

    @Test
    void denied_caller_gets_no_hit() {
        shelf.title(key);
        route.take(Way.DEAD_END);
        assertThatThrownBy(() -> shelf.title(key)).isInstanceOf(SecurityException.class);
        assertThat(app.outcomes()).containsExactly(COMPUTED);
    }

    @Test
    void renewal_that_an_interceptor_moves_to_another_thread_does_not_store_the_stale_value() {
        assertRenewalFails(Way.OTHER_THREAD);
    }

    @Test
    void renewal_that_an_interceptor_answers_itself_does_not_store_its_answer() {
        assertRenewalFails(Way.SHORT_CUT);
    }

    @Test
    void renewal_that_an_interceptor_denies_stores_nothing() {
        assertRenewalFails(Way.DEAD_END);
    }

    private void assertRenewalFails(Way way) {
        makeStale();
        route.take(way);
        app.executor().runNextOnNewThread();
        route.take(Way.STRAIGHT);
        assertThat(app.listener().count(FAILED)).isOne();
        assertThat(app.listener().count(SUCCEEDED)).isZero();
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).doesNotContain(FRESH);
        assertThat(shelf.computations(key)).isOne();
        assertKeyIsFree();
    }

    private void assertKeyIsFree() {
        app.advance(Duration.ofMinutes(10));
        shelf.title(key);
        app.refresh();
        assertThat(shelf.title(key)).isEqualTo(key + "#2");
    }

    @Test
    void foreground_call_on_another_thread_is_memoized() {
        route.take(Way.OTHER_THREAD);
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(shelf.title(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    private void makeStale() {
        shelf.title(key);
        app.advance(STALE_AGE);
        shelf.title(key);
        assertThat(app.outcomes()).endsWith(STALE);
        journal.take();
    }
}
