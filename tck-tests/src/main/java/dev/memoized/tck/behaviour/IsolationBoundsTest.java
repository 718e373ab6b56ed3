package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.REFUSED;
import static dev.memoized.spi.FaultPoints.Place.FOLLOWING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import dev.memoized.ColdCacheException;
import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody waits for an isolated computation without end. */
@Timeout(60)
class IsolationBoundsTest {
    private static final Duration LONGEST_COMPUTATION = Duration.ofMinutes(5);

    @RegisterExtension
    static final Deployed app = Deployed.with(Cell.class);

    private final Cell cell = app.get(Cell.class);
    private final String key = app.key();
    private final String first = key + "#1";
    private final String second = key + "#2";

    /** A bean whose first computation of a key does not end by itself. */
    @ApplicationScoped
    public static class Cell {
        private final Body body = new Body();
        private final CountDownLatch never = new CountDownLatch(1);
        private volatile CompletableFuture<Throwable> end = new CompletableFuture<>();
        private volatile @Nullable Thread thread;

        @Memoized(isolated = true)
        public String blocking(String key) throws InterruptedException {
            String value = body.compute(key);
            if (value.endsWith("#1")) {
                block();
            }
            return value;
        }

        private void block() throws InterruptedException {
            try {
                never.await();
            } catch (InterruptedException interrupted) {
                end.complete(interrupted);
                throw interrupted;
            }
        }

        @Memoized(isolated = true)
        public String slow(String key) {
            if (body.count(key) == 0) {
                thread = Thread.currentThread();
            }
            return body.compute(key);
        }

        public void reset() {
            end = new CompletableFuture<>();
        }

        /** How the first computation ended. */
        public Throwable awaitEnd() throws InterruptedException, ExecutionException, TimeoutException {
            return end.get(30, TimeUnit.SECONDS);
        }

        /** Until the thread of the first slow computation has ended. */
        public void awaitEndOfThread() throws InterruptedException {
            Objects.requireNonNull(thread).join(TimeUnit.SECONDS.toMillis(30));
        }

        public Body body() {
            return body;
        }
    }

    @BeforeEach
    void reset() {
        cell.reset();
    }

    @Test
    void interrupted_caller_is_refused_with_its_flag_set_and_the_computation_is_interrupted() throws Exception {
        try (Callers<Boolean> caller = Callers.start(1, number -> isRefusedWithFlagSet())) {
            cell.body().awaitBegun(first);
            app.clock().awaitWaiters(1);
            caller.thread(0).interrupt();
            assertThat(caller.values()).containsExactly(true);
        }
        assertThat(cell.awaitEnd()).isInstanceOf(InterruptedException.class);
        assertThat(app.outcomes()).containsExactly(REFUSED);
    }

    private boolean isRefusedWithFlagSet() throws InterruptedException {
        try {
            cell.blocking(key);
            return false;
        } catch (ColdCacheException refused) {
            return Thread.interrupted() && refused.getCause() instanceof InterruptedException;
        }
    }

    @Test
    void caller_that_comes_with_its_flag_set_is_refused_and_keeps_it() {
        cell.body().hold(first);
        Thread.currentThread().interrupt();
        boolean refused = false;
        try {
            cell.slow(key);
        } catch (ColdCacheException expected) {
            refused = true;
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(refused).isTrue();
        cell.body().awaitBegun(first);
        assertThat(cell.slow(key)).isEqualTo(second);
        cell.body().open(first);
    }

    @Test
    void follower_takes_over_from_an_interrupted_caller() throws Exception {
        try (Callers<String> leader = Callers.start("leader", 1, number -> cell.blocking(key))) {
            cell.body().awaitBegun(first);
            try (Callers<String> followers = Callers.start("follower", 3, number -> cell.blocking(key))) {
                app.gate().awaitReached(FOLLOWING, 3);
                leader.thread(0).interrupt();
                assertThat(leader.failures()).singleElement().isInstanceOf(ColdCacheException.class);
                assertThat(followers.values()).containsOnly(second);
            }
        }
        assertThat(cell.awaitEnd()).isInstanceOf(InterruptedException.class);
        assertThat(cell.body().count(key)).isEqualTo(2);
        assertThat(app.listener().count(REFUSED)).isOne();
        assertThat(app.listener().count(COMPUTED)).isOne();
    }

    @Test
    void computation_longer_than_it_may_take_is_given_up_and_interrupted() throws Exception {
        try (Callers<String> caller = Callers.start(1, number -> cell.blocking(key))) {
            cell.body().awaitBegun(first);
            app.clock().awaitWaiters(1);
            app.advance(LONGEST_COMPUTATION.minusNanos(1));
            assertThat(caller.alive()).isOne();
            app.advance(Duration.ofNanos(1));
            assertThat(caller.failures())
                    .singleElement()
                    .asInstanceOf(THROWABLE)
                    .isInstanceOf(ColdCacheException.class)
                    .hasMessageContaining("MEMO0322");
        }
        assertThat(cell.awaitEnd()).isInstanceOf(InterruptedException.class);
        assertThat(app.outcomes()).containsExactly(REFUSED);
    }

    @Test
    void next_caller_leads_while_the_computation_that_was_given_up_still_runs() throws Exception {
        cell.body().hold(first);
        try (Callers<String> caller = Callers.start(1, number -> cell.slow(key))) {
            cell.body().awaitBegun(first);
            app.clock().awaitWaiters(1);
            app.advance(LONGEST_COMPUTATION);
            assertThat(caller.failures()).singleElement().isInstanceOf(ColdCacheException.class);
        }
        assertThat(cell.slow(key)).isEqualTo(second);
        cell.body().open(first);
        cell.awaitEndOfThread();
        assertThat(cell.slow(key)).isEqualTo(second);
        assertThat(app.outcomes()).containsExactly(REFUSED, COMPUTED, FRESH);
    }
}
