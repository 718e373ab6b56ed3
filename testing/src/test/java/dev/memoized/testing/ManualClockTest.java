package dev.memoized.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ManualClockTest {
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final ManualClock clock = new ManualClock();
    private final List<String> events = new ArrayList<>();

    @Test
    void new_clock_reads_negative_and_passes_zero() {
        assertThat(clock.nanos()).isNegative();
        clock.advance(Duration.ofMinutes(11));
        assertThat(clock.nanos()).isPositive();
    }

    @Test
    void reading_overflows_where_it_starts_at_the_end() {
        ManualClock late = new ManualClock(Long.MAX_VALUE);
        long before = late.nanos();
        late.advance(Duration.ofNanos(5));
        assertThat(late.nanos()).isNegative();
        assertThat(late.nanos() - before).isEqualTo(5);
    }

    @Test
    void advance_moves_reading_and_time_of_day_alike() {
        long nanos = clock.nanos();
        Instant now = clock.now();
        clock.advance(Duration.ofSeconds(3));
        assertThat(clock.nanos() - nanos).isEqualTo(3_000_000_000L);
        assertThat(Duration.between(now, clock.now())).isEqualTo(Duration.ofSeconds(3));
        assertThat(clock.moved()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void advance_backwards_is_refused() {
        assertThatThrownBy(() -> clock.advance(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void due_tasks_run_in_order_each_at_its_own_time() {
        note(Duration.ofSeconds(2), "second");
        note(Duration.ofSeconds(1), "first");
        note(Duration.ofSeconds(2), "third");
        note(Duration.ofSeconds(9), "never");
        clock.advance(Duration.ofSeconds(5));
        assertThat(events).containsExactly("first@PT1S", "second@PT2S", "third@PT2S");
        assertThat(clock.moved()).isEqualTo(Duration.ofSeconds(5));
        assertThat(clock.pending()).isOne();
    }

    @Test
    void task_is_due_at_its_very_nanosecond_and_not_before() {
        note(Duration.ofNanos(10), "due");
        clock.advance(Duration.ofNanos(9));
        assertThat(events).isEmpty();
        clock.advance(Duration.ofNanos(1));
        assertThat(events).hasSize(1);
    }

    @Test
    void task_that_a_task_asks_for_runs_in_the_same_step_when_due() {
        clock.after(Duration.ofSeconds(1), () -> note(Duration.ofSeconds(1), "inner"));
        clock.advance(Duration.ofSeconds(2));
        assertThat(events).containsExactly("inner@PT2S");
    }

    @Test
    void forgotten_task_does_not_run() {
        Runnable forget = clock.after(Duration.ofSeconds(1), () -> events.add("ran"));
        forget.run();
        clock.advance(Duration.ofSeconds(2));
        assertThat(events).isEmpty();
    }

    @Test
    void forgetting_a_task_that_has_run_does_nothing() {
        Runnable forget = clock.after(Duration.ofSeconds(1), () -> events.add("ran"));
        clock.advance(Duration.ofSeconds(1));
        forget.run();
        assertThat(events).containsExactly("ran");
    }

    @Test
    void delay_without_end_never_is_due() {
        clock.after(FOREVER, () -> events.add("ran"));
        clock.advance(Duration.ofDays(10_000));
        assertThat(events).isEmpty();
    }

    @Test
    void await_of_a_finished_future_returns_at_once() throws InterruptedException {
        assertThat(clock.await(CompletableFuture.completedFuture("x"), FOREVER)).isTrue();
        assertThat(clock.await(CompletableFuture.failedFuture(new RuntimeException()), FOREVER))
                .isTrue();
    }

    @Test
    void await_of_no_time_does_not_wait() throws InterruptedException {
        assertThat(clock.await(new CompletableFuture<>(), Duration.ZERO)).isFalse();
    }

    @Test
    void waiting_thread_wakes_when_the_future_ends() {
        CompletableFuture<String> future = new CompletableFuture<>();
        try (Callers<Boolean> waiting = Callers.start(2, number -> clock.await(future, FOREVER))) {
            clock.awaitWaiters(2);
            future.complete("x");
            assertThat(waiting.values()).containsExactly(true, true);
        }
        assertThat(clock.waiters()).isZero();
        assertThat(clock.pending()).isZero();
    }

    @Test
    void waiting_thread_wakes_when_the_future_fails() {
        CompletableFuture<String> future = new CompletableFuture<>();
        try (Callers<Boolean> waiting = Callers.start(1, number -> clock.await(future, FOREVER))) {
            clock.awaitWaiters(1);
            future.completeExceptionally(new IllegalStateException());
            assertThat(waiting.values()).containsExactly(true);
        }
    }

    @Test
    void waiting_thread_wakes_at_its_deadline_and_not_before() {
        CompletableFuture<String> future = new CompletableFuture<>();
        try (Callers<Boolean> waiting = Callers.start(1, number -> clock.await(future, Duration.ofSeconds(5)))) {
            clock.awaitWaiters(1);
            clock.advance(Duration.ofNanos(4_999_999_999L));
            assertThat(clock.waiters()).isOne();
            clock.advance(Duration.ofNanos(1));
            assertThat(waiting.values()).containsExactly(false);
        }
    }

    @Test
    void waiting_thread_can_be_interrupted() {
        try (Callers<Boolean> waiting = Callers.start(1, number -> clock.await(new CompletableFuture<>(), FOREVER))) {
            clock.awaitWaiters(1);
            waiting.thread(0).interrupt();
            assertThat(waiting.failures()).singleElement().isInstanceOf(InterruptedException.class);
        }
        assertThat(clock.waiters()).isZero();
    }

    @Test
    void missing_waiters_fail_the_test_with_their_number() {
        ManualClock impatient = new ManualClock(0, Duration.ofMillis(10));
        assertThatThrownBy(() -> impatient.awaitWaiters(3))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("0 of 3 threads");
    }

    private void note(Duration delay, String event) {
        clock.after(delay, () -> events.add(event + "@" + clock.moved()));
    }
}
