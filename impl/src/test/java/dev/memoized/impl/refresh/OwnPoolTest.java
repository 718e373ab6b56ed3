package dev.memoized.impl.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OwnPoolTest {

    @Test
    void tasks_runOnDaemonsThatKnowTheClassesOfTheDeploymentAndNothingOfTheCaller() throws Exception {
        InheritableThreadLocal<String> request = new InheritableThreadLocal<>();
        request.set("the caller's");
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        CompletableFuture<Thread> ran = new CompletableFuture<>();
        CompletableFuture<String> seen = new CompletableFuture<>();
        try (OwnPool pool = new OwnPool()) {
            pool.execute(() -> {
                seen.complete(String.valueOf(request.get()));
                ran.complete(Thread.currentThread());
            });
            Thread thread = ran.get(30, TimeUnit.SECONDS);
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).startsWith("memoized-refresh-");
            assertThat(thread.getContextClassLoader()).isSameAs(loader);
            assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo("null");
        }
    }

    @Test
    void close_interruptsWhatRunsAndRefusesTheRest() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        OwnPool pool = new OwnPool();
        pool.execute(() -> {
            inside.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.complete(true);
            }
        });
        inside.await();
        pool.close();
        pool.close();
        assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }
}
