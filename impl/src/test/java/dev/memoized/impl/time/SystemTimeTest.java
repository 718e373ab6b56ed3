package dev.memoized.impl.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemTimeTest {
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final SystemTime time = new SystemTime();

    @AfterEach
    void close() {
        time.close();
        time.close();
    }

    @Test
    void await_saysWhetherTheFutureHasEnded() throws Exception {
        CompletableFuture<Object> never = new CompletableFuture<>();
        assertThat(time.await(never, Duration.ofMillis(1))).isFalse();
        assertThat(time.await(never, Duration.ZERO)).isFalse();
        assertThat(time.await(never, FOREVER.negated())).isFalse();
        assertThat(time.await(CompletableFuture.completedFuture(1), FOREVER)).isTrue();
        assertThat(time.await(CompletableFuture.failedFuture(new Exception()), Duration.ZERO))
                .isTrue();
        never.cancel(true);
        assertThat(time.await(never, FOREVER)).isTrue();
    }

    @Test
    void await_ofAnInterruptedThread_throws() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> time.await(new CompletableFuture<>(), FOREVER))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void after_runsOnADaemonUnlessForgotten() throws Exception {
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        CompletableFuture<Thread> forgotten = new CompletableFuture<>();
        time.after(FOREVER, () -> forgotten.complete(Thread.currentThread())).run();
        time.after(Duration.ofNanos(-1), () -> ran.complete(Thread.currentThread()));
        assertThat(ran.get(30, TimeUnit.SECONDS).isDaemon()).isTrue();
        assertThat(forgotten).isNotDone();
    }

    @Test
    void after_closing_isForgotten() {
        time.close();
        time.after(Duration.ZERO, () -> {}).run();
    }

    @Test
    void nanos_neverGoBack() {
        long before = time.nanos();
        assertThat(time.nanos() - before).isNotNegative();
        assertThat(time.now()).isNotNull();
    }
}
