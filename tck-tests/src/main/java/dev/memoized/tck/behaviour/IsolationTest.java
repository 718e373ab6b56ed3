package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.JOINED;
import static dev.memoized.Outcome.STALE;
import static dev.memoized.spi.FaultPoints.Place.FOLLOWING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.Refresh;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.tck.behaviour.Market.Tenant;
import dev.memoized.tck.behaviour.Market.Visitor;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an isolated computation sees of its caller: its context values and its arguments. */
@Timeout(60)
class IsolationTest {
    private static final Duration STALE_AGE = Duration.ofMinutes(2);

    @RegisterExtension
    static final Deployed app = Deployed.with(Visitor.class, Tenant.class, Cell.class);

    private static final ThreadLocal<@Nullable String> PLAIN = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable String> INHERITABLE = new InheritableThreadLocal<>();

    private final Cell cell = app.get(Cell.class);
    private final String key = app.key();

    /** What a computation saw. */
    record Sight(
            String value,
            Thread thread,
            int visitor,
            @Nullable String tenant,
            @Nullable String currency,
            @Nullable String plain,
            @Nullable String inheritable) {}

    /** A bean whose computations leave something on their threads. */
    @ApplicationScoped
    public static class Cell {
        private final Body body = new Body();

        @Inject
        Visitor visitor;

        @Memoized(refreshAfter = "1m", expireAfter = "1h", isolated = true)
        public Sight look(String key) {
            return see(key);
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h", isolated = true, refresh = Refresh.CALLER)
        public Sight lookAgain(String key) {
            return see(key);
        }

        @Memoized(isolated = true, varyBy = Tenant.class)
        public Sight lookFor(String key) {
            return see(key);
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h", isolated = true)
        public CompletionStage<Sight> lookLater(String key) {
            return CompletableFuture.completedFuture(see(key));
        }

        @Memoized(isolated = true, varyBy = Tenant.class)
        public CompletionStage<Sight> lookLaterFor(String key) {
            return CompletableFuture.completedFuture(see(key));
        }

        private Sight see(String key) {
            Sight seen = new Sight(
                    body.compute(key),
                    Thread.currentThread(),
                    visitor.number(),
                    visitor.tenant(),
                    visitor.currency(),
                    PLAIN.get(),
                    INHERITABLE.get());
            PLAIN.set("left by a computation");
            INHERITABLE.set("left by a computation");
            return seen;
        }

        public Body body() {
            return body;
        }
    }

    @Test
    void body_runs_on_another_thread_in_a_request_of_its_own() {
        assertIsolated(() -> cell.look(key), null);
    }

    @Test
    void body_of_a_stage_runs_on_another_thread_in_a_request_of_its_own() {
        assertIsolated(() -> sightOf(cell.lookLater(key)), null);
    }

    @Test
    void declared_value_is_restored() {
        assertIsolated(() -> cell.lookFor(key), "red");
        assertIsolated(() -> sightOf(cell.lookLaterFor(key + "later")), "red");
    }

    private void assertIsolated(Callable<Sight> call, @Nullable String tenant) {
        Sight seen = Market.visit(app, "red", "EUR", () -> {
            int own = app.get(Visitor.class).number();
            PLAIN.set("of the caller");
            INHERITABLE.set("of the caller");
            Sight sight = call.call();
            assertThat(sight.visitor()).isNotEqualTo(own);
            assertThat(app.get(Visitor.class).number()).isEqualTo(own);
            assertThat(app.get(Visitor.class).tenant()).isEqualTo("red");
            assertThat(PLAIN.get()).isEqualTo("of the caller");
            assertThat(sight.thread()).isNotSameAs(Thread.currentThread());
            return sight;
        });
        assertThat(seen).isEqualTo(new Sight(seen.value(), seen.thread(), seen.visitor(), tenant, null, null, null));
        assertThat(app.outcomes()).endsWith(COMPUTED);
    }

    @Test
    void caller_outside_of_all_requests_is_isolated_too() {
        Sight seen = cell.look(key);
        assertThat(seen.thread()).isNotSameAs(Thread.currentThread());
        assertThat(cell.look(key)).isEqualTo(seen);
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void two_tenants_are_kept_apart() {
        assertThat(Market.visit(app, "red", "EUR", () -> cell.lookFor(key)).tenant())
                .isEqualTo("red");
        assertThat(Market.visit(app, "blue", "EUR", () -> cell.lookFor(key)).tenant())
                .isEqualTo("blue");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void what_a_computation_leaves_on_its_thread_is_not_seen_by_the_next() {
        for (int number = 0; number < 20; number++) {
            Sight seen = cell.look(key + "/" + number);
            assertThat(seen.plain()).isNull();
            assertThat(seen.inheritable()).isNull();
        }
        assertThat(PLAIN.get()).isNull();
        assertThat(INHERITABLE.get()).isNull();
    }

    @Test
    void stale_value_is_renewed_in_a_request_of_its_own() {
        Sight first = cell.look(key);
        app.advance(STALE_AGE);
        cell.look(key);
        app.refresh();
        Sight second = cell.look(key);
        assertThat(second.visitor()).isNotEqualTo(first.visitor());
        assertThat(second.tenant()).isNull();
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void caller_who_renews_is_isolated_too() {
        assertIsolated(() -> cell.lookAgain(key), null);
        app.advance(STALE_AGE);
        assertIsolated(() -> cell.lookAgain(key), null);
        assertThat(cell.body().count(key)).isEqualTo(2);
    }

    @Test
    void twenty_followers_join_one_isolated_computation() {
        cell.body().hold(key + "#1");
        try (Callers<Sight> leader = Callers.start("leader", 1, number -> cell.look(key))) {
            cell.body().awaitBegun(key + "#1");
            try (Callers<Sight> followers = Callers.start("follower", 20, number -> cell.look(key))) {
                app.gate().awaitReached(FOLLOWING, 20);
                cell.body().open(key + "#1");
                assertThat(followers.values())
                        .isEqualTo(Collections.nCopies(20, leader.values().get(0)));
            }
        }
        assertThat(cell.body().count(key)).isOne();
        assertThat(app.listener().count(COMPUTED)).isOne();
        assertThat(app.listener().count(JOINED)).isEqualTo(20);
    }

    /** The stage is completed by the isolated thread. */
    private static Sight sightOf(CompletionStage<Sight> stage) {
        return stage.toCompletableFuture().join();
    }
}
