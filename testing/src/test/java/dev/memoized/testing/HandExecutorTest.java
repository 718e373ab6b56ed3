package dev.memoized.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class HandExecutorTest {
    private final HandExecutor executor = new HandExecutor();
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    @Test
    void task_runs_only_when_the_test_says_so() {
        executor.execute(() -> events.add("a"));
        assertThat(events).isEmpty();
        assertThat(executor.size()).isOne();
        assertThat(executor.runNext()).isTrue();
        assertThat(events).containsExactly("a");
        assertThat(executor.runNext()).isFalse();
    }

    @Test
    void tasks_run_in_order_with_those_that_come_meanwhile() {
        executor.execute(() -> {
            events.add("a");
            executor.execute(() -> events.add("c"));
        });
        executor.execute(() -> events.add("b"));
        assertThat(executor.runAll()).isEqualTo(3);
        assertThat(events).containsExactly("a", "b", "c");
    }

    @Test
    void new_thread_knows_nothing_of_this_one() {
        ThreadLocal<String> local = ThreadLocal.withInitial(() -> "nothing");
        local.set("mine");
        executor.execute(() -> events.add(local.get()));
        executor.execute(() -> events.add(local.get()));
        assertThat(executor.runAllOnNewThreads()).isEqualTo(2);
        assertThat(executor.runNextOnNewThread()).isFalse();
        assertThat(events).containsExactly("nothing", "nothing");
    }

    @Test
    void what_a_task_throws_reaches_the_test() {
        RuntimeException failure = new IllegalStateException("task");
        Runnable failing = () -> {
            throw failure;
        };
        executor.execute(failing);
        executor.execute(failing);
        assertThatThrownBy(executor::runNext).isSameAs(failure);
        assertThatThrownBy(executor::runNextOnNewThread).isSameAs(failure);
    }

    @Test
    void refusing_executor_throws_and_keeps_what_it_has() {
        executor.execute(() -> events.add("a"));
        executor.refuse(true);
        assertThatThrownBy(() -> executor.execute(() -> events.add("b")))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(executor.refused()).isOne();
        executor.refuse(false);
        executor.execute(() -> events.add("c"));
        executor.runAll();
        assertThat(events).containsExactly("a", "c");
    }

    @Test
    void cleared_executor_has_no_task_and_takes_new_ones() {
        executor.execute(() -> events.add("a"));
        executor.refuse(true);
        executor.clear();
        assertThat(executor.size()).isZero();
        executor.execute(() -> events.add("b"));
        assertThat(executor.size()).isOne();
    }

    @Test
    void test_can_wait_for_a_task_of_another_thread() {
        try (Callers<String> callers = Callers.start(1, number -> {
            executor.execute(() -> events.add("a"));
            return "handed over";
        })) {
            executor.awaitSize(1);
            assertThat(callers.values()).hasSize(1);
        }
    }

    @Test
    void missing_task_fails_the_test_with_the_number() {
        assertThatThrownBy(() -> new HandExecutor(Duration.ofMillis(10)).awaitSize(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("0 of 2 tasks");
    }
}
