package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.BYPASSED;
import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static dev.memoized.Outcome.FALLBACK;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.REFUSED;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Memoized;
import dev.memoized.RefreshEvent;
import dev.memoized.RequestSnapshot;
import dev.memoized.UndeclaredContextException;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.tck.behaviour.Market.Currency;
import dev.memoized.tck.behaviour.Market.Tenant;
import dev.memoized.tck.behaviour.Market.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A computation that asks for what its method does not declare is told so, and nothing of it is remembered. */
@Timeout(60)
class UndeclaredContextTest {
    private static final Duration STALE_AGE = Duration.ofMinutes(2);

    @RegisterExtension
    static final Deployed app =
            Deployed.with(Visitor.class, Tenant.class, Currency.class, Shelf.class, Desk.class, Snapshots.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final Desk desk = app.get(Desk.class);
    private final RequestSnapshot snapshot = app.get(Snapshots.class).snapshot();
    private final String key = app.key();

    /** Has a snapshot, as any bean may. */
    @ApplicationScoped
    public static class Snapshots {
        @Inject
        RequestSnapshot snapshot;

        public RequestSnapshot snapshot() {
            return snapshot;
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();
        private volatile boolean asking;

        @Inject
        RequestSnapshot snapshot;

        @Memoized(refreshAfter = "1m", expireAfter = "1h", varyBy = Tenant.class)
        public String title(String key) {
            return body.compute(key) + (asking ? snapshot.get(Currency.class) : "");
        }

        @Memoized
        public String plain(String key) {
            return body.compute(key) + snapshot.get(Tenant.class);
        }

        @Memoized(varyBy = Tenant.class)
        public String inner(String key) {
            return key + " for " + snapshot.get(Tenant.class);
        }

        public int computations(String key) {
            return body.count(key);
        }

        public void ask(boolean ask) {
            asking = ask;
        }
    }

    /** A bean whose memoized methods call those of another one. */
    @ApplicationScoped
    public static class Desk {
        private final Body body = new Body();
        private volatile boolean calling;

        @Inject
        Shelf shelf;

        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public String undeclared(String key) {
            return body.compute(key) + (calling ? shelf.inner(key) : "");
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h", independentOf = Tenant.class)
        public String independent(String key) {
            return body.compute(key) + " " + shelf.inner(key);
        }

        @Memoized(
                refreshAfter = "1m",
                expireAfter = "1h",
                varyBy = {Currency.class, Tenant.class})
        public String declared(String key) {
            return body.compute(key) + " " + shelf.inner(key);
        }

        public void call(boolean call) {
            calling = call;
        }
    }

    @BeforeEach
    void neither_asks() {
        shelf.ask(false);
        desk.call(true);
    }

    @Test
    void undeclared_value_is_refused_to_the_computation_in_its_caller() {
        shelf.ask(true);
        assertUndeclared(() -> shelf.title(key), "Shelf#title(", Currency.class);
        assertUndeclared(() -> shelf.title(key), "Shelf#title(", Currency.class);
        assertThat(shelf.computations(key)).isEqualTo(2);
        assertThat(app.outcomes()).containsExactly(FAILED, FAILED);
    }

    @Test
    void method_that_declares_nothing_sees_nothing() {
        assertUndeclared(() -> shelf.plain(key), "Shelf#plain(", Tenant.class);
    }

    @Test
    void undeclared_value_fails_a_renewal_and_the_stale_value_is_served_on() {
        asRed(() -> shelf.title(key));
        app.advance(STALE_AGE);
        asRed(() -> shelf.title(key));
        shelf.ask(true);
        app.refresh();
        assertThat(app.listener().count(RefreshEvent.FAILED)).isOne();
        assertThat(asRed(() -> shelf.title(key))).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FALLBACK);
    }

    @Test
    void call_that_varies_by_something_undeclared_is_refused_inside_of_a_computation() {
        asRed(() -> shelf.inner(key));
        assertUndeclared(() -> desk.undeclared(key), "Desk#undeclared(", Tenant.class);
        assertThat(app.outcomes()).containsExactly(COMPUTED, REFUSED, FAILED);
    }

    @Test
    void call_that_varies_by_something_undeclared_fails_a_renewal() {
        desk.call(false);
        asRed(() -> desk.undeclared(key));
        app.advance(STALE_AGE);
        asRed(() -> desk.undeclared(key));
        desk.call(true);
        app.refresh();
        assertThat(app.listener().count(RefreshEvent.FAILED)).isOne();
        assertThat(asRed(() -> desk.undeclared(key))).isEqualTo(key + "#1");
    }

    @Test
    void call_that_varies_by_something_declared_passes_in_the_caller_and_in_a_renewal() {
        assertThat(asRed(() -> desk.declared(key))).isEqualTo(key + "#1 " + key + " for red");
        app.advance(STALE_AGE);
        asRed(() -> desk.declared(key));
        app.refresh();
        assertThat(asRed(() -> desk.declared(key))).isEqualTo(key + "#2 " + key + " for red");
        assertThat(app.listener().count(BYPASSED)).isZero();
    }

    @Test
    void call_that_varies_by_what_the_result_is_independent_of_passes() {
        assertThat(asRed(() -> desk.independent(key))).isEqualTo(key + "#1 " + key + " for red");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void call_that_varies_by_what_the_result_is_independent_of_bypasses_in_a_renewal() {
        asRed(() -> desk.independent(key));
        app.advance(STALE_AGE);
        asRed(() -> desk.independent(key));
        app.refresh();
        assertThat(app.listener().count(BYPASSED)).isOne();
        assertThat(asRed(() -> desk.independent(key))).isEqualTo(key + "#2 " + key + " for null");
    }

    @Test
    void snapshot_outside_of_computations_is_taken_now() {
        String seen = asRed(() -> {
            String before = snapshot.get(Tenant.class);
            app.get(Visitor.class).tenant("blue");
            return before + " " + snapshot.get(Tenant.class);
        });
        assertThat(seen).isEqualTo("red blue");
    }

    @Test
    void snapshot_after_a_refused_computation_is_taken_now() {
        String seen = asRed(() -> {
            assertThatThrownBy(() -> desk.undeclared(key)).isInstanceOf(UndeclaredContextException.class);
            return snapshot.get(Tenant.class) + " " + shelf.inner(key);
        });
        assertThat(seen).isEqualTo("red " + key + " for red");
        assertThat(app.outcomes()).doesNotContain(FRESH);
    }

    private void assertUndeclared(Callable<String> call, String method, Class<?> type) {
        assertThatThrownBy(() -> asRed(call))
                .isInstanceOf(UndeclaredContextException.class)
                .hasMessageContainingAll("MEMO0318", method, type.getName());
    }

    private static <T> T asRed(Callable<T> work) {
        return Market.visit(app, "red", "EUR", work);
    }
}
