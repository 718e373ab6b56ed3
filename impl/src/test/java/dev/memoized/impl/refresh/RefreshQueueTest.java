package dev.memoized.impl.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.testing.Callers;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RefreshQueueTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final ManualClock clock = new ManualClock();
    private final HandExecutor executor = new HandExecutor();
    private final AtomicInteger runs = new AtomicInteger();
    private final RefreshQueue queue = queue(executor);

    private RefreshQueue queue(Executor any) {
        return new RefreshQueue(any, clock, 2, LONGEST);
    }

    private CompletableFuture<?> run() {
        runs.incrementAndGet();
        return CompletableFuture.completedFuture(null);
    }

    private boolean isIdle() throws InterruptedException {
        return queue.awaitIdle(Duration.ZERO);
    }

    @Test
    void offer_ofAQueuedTicket_isTakenOnce() throws Exception {
        assertThat(isIdle()).isTrue();
        assertThat(queue.offer("a", this::run)).isTrue();
        assertThat(queue.offer("a", this::run)).isTrue();
        assertThat(isIdle()).isFalse();
        assertThat(executor.runAll()).isEqualTo(1);
        assertThat(isIdle()).isTrue();
        assertThat(queue.offer("a", this::run)).isTrue();
        assertThat(executor.runAll()).isEqualTo(1);
        assertThat(runs).hasValue(2);
    }

    @Test
    void offer_beyondTheBound_isRefused() {
        assertThat(queue.offer("a", this::run)).isTrue();
        assertThat(queue.offer("b", this::run)).isTrue();
        assertThat(queue.offer("c", this::run)).isFalse();
        executor.runAll();
        assertThat(queue.offer("c", this::run)).isTrue();
    }

    @Test
    void ticket_isOutUntilTheFutureOfItsTaskEnds() throws Exception {
        CompletableFuture<Object> end = new CompletableFuture<>();
        queue.offer("a", () -> end);
        executor.runAll();
        assertThat(queue.offer("a", this::run)).isTrue();
        assertThat(executor.size()).isZero();
        end.completeExceptionally(new IllegalStateException());
        assertThat(isIdle()).isTrue();
    }

    @Test
    void ticket_whoseTaskThrows_isBack() throws Exception {
        queue.offer("a", () -> {
            throw new IllegalStateException("test");
        });
        assertThatThrownBy(executor::runNext).hasMessage("test");
        assertThat(isIdle()).isTrue();
    }

    @Test
    void executorThatThrowsAnything_isARefusalAndTheTicketIsBack() throws Exception {
        for (Throwable failure : new Throwable[] {
            new java.util.concurrent.RejectedExecutionException(),
            new IllegalStateException(),
            new OutOfMemoryError("test")
        }) {
            RefreshQueue failing = queue(task -> {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            });
            assertThat(failing.offer("a", this::run)).isFalse();
            assertThat(failing.awaitIdle(Duration.ZERO)).isTrue();
        }
    }

    @Test
    void taskThatDoesNotEnd_givesItsTicketUpAfterTheLongestTime() throws Exception {
        CompletableFuture<Object> never = new CompletableFuture<>();
        queue.offer("a", () -> never);
        queue.offer("b", () -> never);
        executor.runAll();
        clock.advance(LONGEST);
        assertThat(queue.offer("c", this::run)).isFalse();
        clock.advance(Duration.ofNanos(1));
        assertThat(queue.offer("a", this::run)).isTrue();
        assertThat(queue.offer("c", this::run)).isTrue();
        never.complete(null);
        assertThat(executor.runAll()).isEqualTo(2);
        assertThat(isIdle()).isTrue();
    }

    @Test
    void awaitIdle_endsWithTheLastTicket() {
        CompletableFuture<Object> end = new CompletableFuture<>();
        queue.offer("a", () -> end);
        executor.runAll();
        try (Callers<Boolean> waiting = Callers.start(1, number -> queue.awaitIdle(Duration.ofMinutes(1)))) {
            clock.awaitWaiters(1);
            end.complete(null);
            assertThat(waiting.values()).containsExactly(true);
        }
    }

    @Test
    void manyThreads_eachTicketRunsOnceAtATimeAndTheQueueIsIdleInTheEnd() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        RefreshQueue direct = queue(Runnable::run);
        try (Callers<Integer> callers = Callers.start(8, number -> {
            for (int round = 0; round < 2_000; round++) {
                direct.offer("a", () -> {
                    assertThat(inside.incrementAndGet()).isEqualTo(1);
                    inside.decrementAndGet();
                    return run();
                });
            }
            return number;
        })) {
            callers.values();
        }
        assertThat(direct.awaitIdle(Duration.ZERO)).isTrue();
        assertThat(runs.get()).isPositive();
    }
}
