package dev.memoized.impl.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.testing.HandExecutor;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LaterTest {
    private final HandExecutor executor = new HandExecutor();
    private final Later later = new Later(executor, UnaryOperator.identity());

    private CompletableFuture<Integer> run() {
        return later.run("books", () -> 1).toCompletableFuture();
    }

    private static void assertRefused(CompletableFuture<?> stage, String message) {
        assertThat(stage).isCompletedExceptionally();
        assertThatThrownBy(stage::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(BackendException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void operation_runsWhereTheExecutorRunsIt() {
        CompletableFuture<Integer> stage = run();
        assertThat(stage).isNotDone();
        executor.runNext();
        assertThat(stage).isCompletedWithValue(1);
    }

    @Test
    void soManyAtATime_andNoMore() {
        for (int i = 0; i < Later.AT_MOST; i++) {
            assertThat(run()).isNotDone();
        }
        assertRefused(run(), "MEMO0350");
        executor.runNext();
        assertThat(run()).isNotDone();
        assertRefused(run(), "MEMO0350");
    }

    @Test
    void executorThatRefuses_failsTheStage_andTakesNoRoom() {
        executor.refuse(true);
        for (int i = 0; i <= Later.AT_MOST; i++) {
            assertRefused(run(), "MEMO0350");
        }
        executor.refuse(false);
        assertThat(run()).isNotDone();
    }

    @Test
    void close_endsWhatTheExecutorHasForgotten() {
        CompletableFuture<Integer> stage = run();
        executor.clear();
        later.close();
        later.close();
        assertRefused(stage, "MEMO0330");
        assertRefused(run(), "MEMO0330");
    }
}
