package dev.memoized.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.testing.Callers.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

class CallersTest {

    @Test
    void all_callers_run_at_the_same_time() {
        CyclicBarrier barrier = new CyclicBarrier(20);
        try (Callers<Integer> callers = Callers.start(20, number -> {
            barrier.await();
            return number;
        })) {
            assertThat(callers.values()).hasSize(20).startsWith(0, 1, 2).endsWith(18, 19);
        }
    }

    @Test
    void results_bear_the_threads_names() {
        try (Callers<String> callers =
                Callers.start("reader", 2, number -> Thread.currentThread().getName())) {
            assertThat(callers.results())
                    .containsExactly(
                            new Result<>("reader-0", "reader-0", null), new Result<>("reader-1", "reader-1", null));
        }
    }

    @Test
    void failures_are_kept_as_they_were_thrown() {
        IOException failure = new IOException();
        try (Callers<String> callers = Callers.start(2, number -> {
            if (number == 0) {
                throw failure;
            }
            return "x";
        })) {
            assertThat(callers.failures()).containsExactly(failure);
            assertThat(callers.results().get(1).value()).isEqualTo("x");
            assertThatThrownBy(callers::values)
                    .isInstanceOf(AssertionError.class)
                    .hasCause(failure);
        }
    }

    @Test
    void unchecked_failure_is_thrown_itself() {
        RuntimeException failure = new IllegalStateException();
        try (Callers<String> callers = Callers.start(1, number -> {
            throw failure;
        })) {
            assertThatThrownBy(callers::values).isSameAs(failure);
        }
    }

    @Test
    void error_is_thrown_itself() {
        Error failure = new StackOverflowError();
        try (Callers<String> callers = Callers.start(1, number -> {
            throw failure;
        })) {
            assertThatThrownBy(callers::values).isSameAs(failure);
        }
    }

    @Test
    void returned_null_is_a_value() {
        try (Callers<String> callers = Callers.start(1, number -> null)) {
            assertThat(callers.values()).containsExactly((String) null);
        }
    }

    @Test
    void caller_that_hangs_fails_the_test_with_a_thread_dump() {
        CountDownLatch never = new CountDownLatch(1);
        try (Callers<Boolean> callers = Callers.start(
                "hanging",
                1,
                number -> {
                    never.await();
                    return true;
                },
                Duration.ofMillis(10))) {
            assertThatThrownBy(callers::results)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("1 of 1 callers still run")
                    .hasMessageContaining("hanging-0 (")
                    .hasMessageContaining("CallersTest");
        }
    }

    @Test
    void close_interrupts_those_that_still_run() {
        CountDownLatch never = new CountDownLatch(1);
        Callers<Boolean> callers = Callers.start(1, number -> {
            never.await();
            return true;
        });
        callers.close();
        assertThat(callers.failures()).singleElement().isInstanceOf(InterruptedException.class);
        assertThat(callers.alive()).isZero();
    }
}
