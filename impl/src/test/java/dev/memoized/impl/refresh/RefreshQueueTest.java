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
    private final RefreshQueue<String> queue = queue(executor);

    private RefreshQueue<String> queue(Executor any) {
        return new RefreshQueue<>(any, clock, 2, "nothing", "closing");
    }

    private CompletableFuture<String> run() {
        runs.incrementAndGet();
        return CompletableFuture.completedFuture(null);
    }

    private static boolean offer(RefreshQueue<String> any, Object ticket, RefreshQueue.Task<String> task) {
        return any.offer(ticket, LONGEST, task) != null;
    }

    private boolean isIdle() throws InterruptedException {
        return queue.awaitIdle(Duration.ZERO);
    }

    @Test
    void offer_ofAQueuedTicket_isTakenOnce() throws Exception {
        assertThat(isIdle()).isTrue();
        assertThat(offer(queue, "a", this::run)).isTrue();
        assertThat(offer(queue, "a", this::run)).isTrue();
        assertThat(isIdle()).isFalse();
        assertThat(executor.runAll()).isEqualTo(1);
        assertThat(isIdle()).isTrue();
        assertThat(offer(queue, "a", this::run)).isTrue();
        assertThat(executor.runAll()).isEqualTo(1);
        assertThat(runs).hasValue(2);
    }

    @Test
    void offer_beyondTheBound_isRefused() {
        assertThat(offer(queue, "a", this::run)).isTrue();
        assertThat(offer(queue, "b", this::run)).isTrue();
        assertThat(offer(queue, "c", this::run)).isFalse();
        executor.runAll();
        assertThat(offer(queue, "c", this::run)).isTrue();
    }

    @Test
    void ticket_isOutUntilTheFutureOfItsTaskEnds() throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        offer(queue, "a", () -> end);
        executor.runAll();
        assertThat(offer(queue, "a", this::run)).isTrue();
        assertThat(executor.size()).isZero();
        end.completeExceptionally(new IllegalStateException());
        assertThat(isIdle()).isTrue();
    }

    @Test
    void ticket_whoseTaskThrows_isBack() throws Exception {
        offer(queue, "a", () -> {
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
            RefreshQueue<String> failing = queue(task -> {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            });
            assertThat(offer(failing, "a", this::run)).isFalse();
            assertThat(failing.awaitIdle(Duration.ZERO)).isTrue();
        }
    }

    @Test
    void taskThatDoesNotEnd_givesItsTicketUpAfterTheLongestTime() throws Exception {
        CompletableFuture<String> never = new CompletableFuture<>();
        offer(queue, "a", () -> never);
        offer(queue, "b", () -> never);
        executor.runAll();
        clock.advance(LONGEST);
        assertThat(offer(queue, "c", this::run)).isFalse();
        clock.advance(Duration.ofNanos(1));
        assertThat(offer(queue, "a", this::run)).isTrue();
        assertThat(offer(queue, "c", this::run)).isTrue();
        never.complete(null);
        assertThat(executor.runAll()).isEqualTo(2);
        assertThat(isIdle()).isTrue();
    }

    @Test
    void awaitIdle_endsWithTheLastTicket() {
        CompletableFuture<String> end = new CompletableFuture<>();
        offer(queue, "a", () -> end);
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
        RefreshQueue<String> direct = queue(Runnable::run);
        try (Callers<Integer> callers = Callers.start(8, number -> {
            for (int round = 0; round < 2_000; round++) {
                offer(direct, "a", () -> {
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

    @Test
    void endOfARenewal_isToldToAllWhoOfferedItsTicket() {
        CompletableFuture<String> end = new CompletableFuture<>();
        CompletableFuture<String> first = queue.offer("a", LONGEST, () -> end);
        CompletableFuture<String> second = queue.offer("a", LONGEST, this::run);
        executor.runAll();
        assertThat(first).isNotDone();
        end.complete("value");
        assertThat(first).isCompletedWithValue("value");
        assertThat(second).isCompletedWithValue("value");
    }

    @Test
    void renewalThatFailsOrThrows_endsAsNothing() {
        CompletableFuture<String> failed =
                queue.offer("a", LONGEST, () -> CompletableFuture.failedFuture(new IllegalStateException()));
        CompletableFuture<String> thrown = queue.offer("b", LONGEST, () -> {
            throw new IllegalStateException("test");
        });
        executor.runNext();
        assertThatThrownBy(executor::runNext).hasMessage("test");
        assertThat(failed).isCompletedWithValue("nothing");
        assertThat(thrown).isCompletedWithValue("nothing");
    }

    @Test
    void close_forgetsWhatIsQueuedAndTakesNothingAnyMore() throws Exception {
        CompletableFuture<String> queued = queue.offer("a", LONGEST, this::run);
        queue.close();
        assertThat(queued).isCompletedWithValue("closing");
        assertThat(isIdle()).isTrue();
        assertThat(offer(queue, "b", this::run)).isFalse();
        executor.runAll();
        assertThat(runs).as("what the executor still had").hasValue(0);
        queue.close();
    }

    @Test
    void close_letsWhatRunsGoOn() throws Exception {
        CompletableFuture<String> end = new CompletableFuture<>();
        CompletableFuture<String> running = queue.offer("a", LONGEST, () -> end);
        executor.runAll();
        queue.close();
        assertThat(running).isCompletedWithValue("closing");
        end.complete("late");
        assertThat(isIdle()).isTrue();
        assertThat(queue.size()).isZero();
    }
}
