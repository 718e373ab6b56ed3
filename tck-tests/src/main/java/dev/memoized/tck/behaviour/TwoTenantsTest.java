package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.BYPASSED;
import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.RefreshEvent.STARTED;
import static dev.memoized.RefreshEvent.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.MemoizedMethods;
import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import dev.memoized.tck.Deployment;
import dev.memoized.tck.TestContainer;
import dev.memoized.tck.behaviour.TenantCatalogues.Catalogue;
import dev.memoized.tck.behaviour.TenantOracle.Leak;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two tenants under load: no one gets, and no computation away from its caller sees, what is not its own. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class TwoTenantsTest {
    private static final String LONGEST_COMPUTATION = "memoized.longest-computation";
    private static final long CALLS = 100_000;
    private static final long RENEWALS = 1_000;

    private TestContainer.Running app;
    private TenantOracle oracle;
    private TenantCounts counts;

    @BeforeEach
    void start() {
        System.setProperty(LONGEST_COMPUTATION, "10000h");
        app = TestContainer.find()
                .start(Deployment.of(Stream.concat(Stream.of(Tenants.beans()), Stream.of(TenantCounts.class))
                        .toArray(Class<?>[]::new)));
        oracle = app.get(TenantOracle.class);
        counts = app.get(TenantCounts.class);
    }

    @AfterEach
    void stop() {
        System.clearProperty(LONGEST_COMPUTATION);
        app.close();
    }

    @Test
    void tenants_that_are_declared_are_never_mixed_up() throws InterruptedException {
        load(TenantCatalogues.Declared.class, CALLS, RENEWALS);
        assertClean();
        assertThat(oracle.looks()).isEqualTo(counts.count(STARTED));
    }

    @Test
    void tenants_that_are_declared_are_never_mixed_up_by_isolated_computations() throws InterruptedException {
        load(TenantCatalogues.Isolated.class, CALLS, RENEWALS);
        assertClean();
        assertThat(oracle.looks()).isEqualTo(counts.count(STARTED) + counts.count(COMPUTED));
    }

    @Test
    void tenants_that_are_not_declared_are_mixed_up() throws InterruptedException {
        load(TenantCatalogues.Undeclared.class, CALLS / 10, RENEWALS / 10);
        assertThat(oracle.violations()).containsOnlyKeys(Leak.ANSWER);
    }

    @Test
    void computation_in_a_callers_request_shows_every_leak() {
        Tenants.Visits visits = app.get(Tenants.Visits.class);
        try (Callers<Boolean> caller = Callers.start("tenant", 1, number -> {
            oracle.watchCaller();
            return visits.as("red", () -> {
                app.get(Tenants.Desk.class).lookAround("blue");
                return true;
            });
        })) {
            assertThat(caller.values()).containsExactly(true);
        }
        assertThat(oracle.violations().keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(Leak.ANSWER)));
    }

    private void load(Class<? extends Catalogue> catalogue, long calls, long renewals) throws InterruptedException {
        long begin = System.nanoTime();
        new TenantLoad(app, catalogue).run(calls, renewals);
        assertThat(app.get(MemoizedMethods.class).awaitRefreshes(Duration.ofHours(1)))
                .isTrue();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf(
                "%s: %s, %d looks, violations %s, %d ms%n",
                catalogue.getSimpleName(), counts.figures(), oracle.looks(), oracle.violations(), took.toMillis());
        assertThat(counts.calls()).isGreaterThanOrEqualTo(calls);
        assertThat(counts.count(SUCCEEDED)).isGreaterThanOrEqualTo(renewals);
    }

    private void assertClean() {
        assertThat(oracle.violations()).as(oracle.examples()).isEmpty();
        assertThat(Stream.of(BYPASSED, Outcome.REFUSED, Outcome.FAILED))
                .allMatch(outcome -> counts.count(outcome) == 0);
        assertThat(counts.count(RefreshEvent.FAILED)).isZero();
        assertThat(counts.count(COMPUTED)).isGreaterThanOrEqualTo(10);
    }
}
