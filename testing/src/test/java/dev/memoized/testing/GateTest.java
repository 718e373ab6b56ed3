package dev.memoized.testing;

import static dev.memoized.spi.FaultPoints.Place.COMPUTED;
import static dev.memoized.spi.FaultPoints.Place.FOLLOWING;
import static dev.memoized.spi.FaultPoints.Place.LEASED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.spi.FaultPoints.Place;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GateTest {
    private final Gate gate = new Gate();

    @Test
    void open_gate_counts_and_lets_pass() {
        gate.reached(LEASED, "a");
        gate.reached(LEASED, "b");
        assertThat(gate.count(LEASED)).isEqualTo(2);
        assertThat(gate.count(LEASED, "a")).isOne();
        assertThat(gate.count(COMPUTED)).isZero();
    }

    @Test
    void held_threads_wait_until_the_place_is_opened() {
        gate.hold(LEASED);
        try (Callers<String> callers = Callers.start(3, number -> pass(LEASED, "a"))) {
            gate.awaitReached(LEASED, 3);
            assertThat(callers.alive()).isEqualTo(3);
            gate.open(LEASED);
            assertThat(callers.values()).hasSize(3);
        }
    }

    @Test
    void place_held_for_one_name_lets_the_others_pass() {
        gate.hold(LEASED, "a");
        gate.reached(LEASED, "b");
        try (Callers<String> callers = Callers.start(1, number -> pass(LEASED, "a"))) {
            gate.awaitReached(LEASED, "a", 1);
            assertThat(callers.alive()).isOne();
            gate.open(LEASED, "a");
            assertThat(callers.values()).hasSize(1);
        }
    }

    @Test
    void other_places_stay_held_when_one_is_opened() {
        gate.hold(LEASED);
        gate.hold(COMPUTED);
        try (Callers<String> callers = Callers.start(1, number -> pass(LEASED, "a") + pass(COMPUTED, "a"))) {
            gate.awaitReached(LEASED, 1);
            gate.open(LEASED);
            gate.awaitReached(COMPUTED, 1);
            assertThat(callers.alive()).isOne();
            gate.open(COMPUTED);
            assertThat(callers.values()).hasSize(1);
        }
    }

    @Test
    void interrupted_thread_stays_held_and_keeps_its_flag() {
        gate.hold(LEASED);
        try (Callers<Boolean> callers = Callers.start(1, number -> {
            gate.reached(LEASED, "a");
            return Thread.interrupted();
        })) {
            gate.awaitReached(LEASED, 1);
            callers.thread(0).interrupt();
            assertThat(callers.alive()).isOne();
            gate.open(LEASED);
            assertThat(callers.values()).containsExactly(true);
        }
    }

    @Test
    void thread_fails_at_a_place_as_told() {
        RuntimeException failure = new IllegalStateException("planted");
        gate.failAt(COMPUTED, () -> failure);
        assertThatThrownBy(() -> gate.reached(COMPUTED, "a")).isSameAs(failure);
        assertThatCode(() -> gate.reached(LEASED, "a")).doesNotThrowAnyException();
    }

    @Test
    void failure_of_null_lets_pass() {
        gate.failAt(COMPUTED, () -> null);
        assertThatCode(() -> gate.reached(COMPUTED, "a")).doesNotThrowAnyException();
    }

    @Test
    void forgotten_thread_fails_after_the_limit_and_so_does_close() {
        Gate impatient = new Gate(Duration.ofMillis(10));
        impatient.hold(FOLLOWING);
        assertThatThrownBy(() -> impatient.reached(FOLLOWING, "a"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nobody opened FOLLOWING of a")
                .hasMessageContaining("FOLLOWING=1");
        assertThatThrownBy(impatient::close).isInstanceOf(AssertionError.class);
        assertThatCode(impatient::close).doesNotThrowAnyException();
    }

    @Test
    void missing_threads_fail_the_test_with_the_counts() {
        Gate impatient = new Gate(Duration.ofMillis(10));
        impatient.reached(LEASED, "a");
        assertThatThrownBy(() -> impatient.awaitReached(LEASED, 2))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("waiting for 2 threads at LEASED")
                .hasMessageContaining("LEASED=1");
    }

    @Test
    void close_opens_all_and_keeps_the_counts() {
        gate.hold(LEASED);
        gate.hold(COMPUTED, "a");
        gate.failAt(FOLLOWING, IllegalStateException::new);
        gate.close();
        gate.reached(LEASED, "a");
        gate.reached(COMPUTED, "a");
        gate.reached(FOLLOWING, "a");
        assertThat(gate.count(LEASED)).isOne();
    }

    @Test
    void reset_opens_all_and_forgets_the_counts() {
        gate.hold(LEASED);
        gate.reached(COMPUTED, "a");
        gate.reset();
        gate.reached(LEASED, "a");
        assertThat(gate.count(LEASED)).isOne();
        assertThat(gate.count(COMPUTED)).isZero();
    }

    private String pass(Place place, String name) {
        gate.reached(place, name);
        return "passed";
    }
}
