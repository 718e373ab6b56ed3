package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.JOINED;
import static dev.memoized.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.ColdCacheException;
import dev.memoized.Memoized;
import dev.memoized.WhenCold;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import dev.memoized.testing.Callers.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What followers on a cold key do. */
@Timeout(60)
class WhenColdTest {
    private static final Duration INSTANT = Duration.ofNanos(1);

    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();
    private final String first = key + "#1";

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized
        public String waiting(String key) {
            return body.compute(key);
        }

        @Memoized(waitAtMost = "10s")
        public String impatient(String key) {
            return body.compute(key);
        }

        @Memoized(whenCold = WhenCold.FAIL)
        public String failing(String key) {
            return body.compute(key);
        }

        @Memoized(whenCold = WhenCold.COMPUTE)
        public String computing(String key) {
            return body.compute(key);
        }

        public Body body() {
            return body;
        }
    }

    @Test
    void follower_with_FAIL_is_refused_at_once() {
        shelf.body().hold(first);
        try (Callers<String> leader = lead(number -> shelf.failing(key))) {
            assertThatThrownBy(() -> shelf.failing(key))
                    .isInstanceOf(ColdCacheException.class)
                    .hasMessageStartingWith("MEMO")
                    .hasMessageContaining("failing")
                    .hasMessageNotContaining(key);
            shelf.body().open(first);
            assertThat(leader.values()).containsExactly(first);
        }
        assertThat(shelf.failing(key)).isEqualTo(first);
        assertThat(app.outcomes()).containsExactly(REFUSED, COMPUTED, FRESH);
    }

    @Test
    void follower_with_COMPUTE_computes_for_itself_and_does_not_store() {
        shelf.body().hold(first);
        try (Callers<String> leader = lead(number -> shelf.computing(key))) {
            assertThat(shelf.computing(key)).isEqualTo(key + "#2");
            shelf.body().open(first);
            assertThat(leader.values()).containsExactly(first);
        }
        assertThat(shelf.computing(key)).isEqualTo(first);
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, FRESH);
    }

    @Test
    void value_that_a_follower_computed_for_itself_is_not_seen_by_the_next() {
        shelf.body().hold(first);
        try (Callers<String> leader = lead(number -> shelf.computing(key))) {
            assertThat(shelf.computing(key)).isEqualTo(key + "#2");
            assertThat(shelf.computing(key)).isEqualTo(key + "#3");
            shelf.body().open(first);
            assertThat(leader.values()).containsExactly(first);
        }
    }

    @Test
    void follower_with_WAIT_gets_the_leaders_value() {
        shelf.body().hold(first);
        try (Callers<String> leader = lead(number -> shelf.waiting(key));
                Callers<String> follower = Callers.start("follower", 1, number -> shelf.waiting(key))) {
            app.clock().awaitWaiters(1);
            shelf.body().open(first);
            assertThat(follower.values()).isEqualTo(leader.values());
        }
        assertThat(app.outcomes()).containsExactlyInAnyOrder(COMPUTED, JOINED);
    }

    @Test
    void follower_waits_as_long_as_waitAtMost_says() {
        assertGivesUpAfter(Duration.ofSeconds(10), number -> shelf.impatient(key));
    }

    @Test
    void follower_waits_thirty_seconds_when_nothing_is_said() {
        assertGivesUpAfter(Duration.ofSeconds(30), number -> shelf.waiting(key));
    }

    private void assertGivesUpAfter(Duration bound, Work<String> call) {
        shelf.body().hold(first);
        try (Callers<String> leader = lead(call);
                Callers<String> follower = Callers.start("follower", 1, call)) {
            app.clock().awaitWaiters(1);
            app.advance(bound.minus(INSTANT));
            assertThat(follower.alive()).isOne();
            app.advance(INSTANT);
            assertThat(follower.failures())
                    .singleElement()
                    .isInstanceOf(ColdCacheException.class)
                    .asString()
                    .contains("MEMO")
                    .doesNotContain(key);
            assertThat(app.outcomes()).containsExactly(REFUSED);
            shelf.body().open(first);
            assertThat(leader.values()).containsExactly(first);
        }
        assertThat(shelf.body().count(key)).isOne();
    }

    private Callers<String> lead(Work<String> call) {
        Callers<String> leader = Callers.start("leader", 1, call);
        shelf.body().awaitBegun(first);
        return leader;
    }
}
