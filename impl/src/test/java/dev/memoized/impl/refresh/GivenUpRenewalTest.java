package dev.memoized.impl.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Kills "a ticket stays until its task ends", "the end of a task frees whatever has its ticket" and "only a
 * RejectedExecutionException frees the ticket".
 */
@Timeout(60)
class GivenUpRenewalTest {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration TICK = Duration.ofNanos(1);

    private final ManualClock clock = new ManualClock();
    private final List<CompletableFuture<Void>> started = new ArrayList<>();

    @Test
    void taskNeverEnds_itsTicketIsReplacedAfterTheLongestTime() {
        RefreshQueue<Object> queue = queue(Runnable::run, 10);
        assertThat(offer(queue, "t")).isTrue();
        clock.advance(LONGEST);
        assertThat(offer(queue, "t")).isTrue();
        assertThat(started).as("as long as allowed").hasSize(1);
        clock.advance(TICK);
        assertThat(offer(queue, "t")).isTrue();
        assertThat(started).as("a tick longer").hasSize(2);
    }

    @Test
    void replacedTaskEnds_itsSuccessorKeepsTheTicket() throws Exception {
        RefreshQueue<Object> queue = queue(Runnable::run, 10);
        offer(queue, "t");
        clock.advance(LONGEST.plus(TICK));
        offer(queue, "t");
        started.get(0).complete(null);
        assertThat(queue.awaitIdle(Duration.ZERO)).isFalse();
        assertThat(offer(queue, "t")).isTrue();
        assertThat(started).hasSize(2);
        started.get(1).complete(null);
        assertThat(queue.awaitIdle(Duration.ZERO)).isTrue();
        offer(queue, "t");
        assertThat(started).hasSize(3);
    }

    @Test
    void queueIsFullOfTasksThatNeverEnd_thereIsRoomAfterTheLongestTime() {
        RefreshQueue<Object> queue = queue(Runnable::run, 2);
        offer(queue, "a");
        offer(queue, "b");
        clock.advance(LONGEST);
        assertThat(offer(queue, "c")).isFalse();
        clock.advance(TICK);
        assertThat(offer(queue, "c")).isTrue();
        assertThat(started).hasSize(3);
    }

    @Test
    void executorThrowsAnError_offerIsRefusedAndTheTicketFree() throws Exception {
        AtomicBoolean exhausted = new AtomicBoolean(true);
        RefreshQueue<Object> queue = queue(
                task -> {
                    if (exhausted.get()) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    task.run();
                },
                1);
        // JUnit gives up the whole run when a test lets this error through
        assertThatCode(() -> assertThat(offer(queue, "t")).isFalse()).doesNotThrowAnyException();
        assertThat(queue.awaitIdle(Duration.ZERO)).isTrue();
        exhausted.set(false);
        assertThat(offer(queue, "t")).isTrue();
        assertThat(started).hasSize(1);
    }

    private RefreshQueue<Object> queue(Executor executor, int bound) {
        return new RefreshQueue<>(executor, clock, bound, "nothing", "closing");
    }

    private boolean offer(RefreshQueue<Object> queue, Object ticket) {
        CompletableFuture<Object> renewal = queue.offer(ticket, LONGEST, () -> {
            CompletableFuture<Void> end = new CompletableFuture<>();
            started.add(end);
            return end;
        });
        return renewal != null;
    }
}
