package dev.memoized.testing;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.RefreshEvent.FAILED;
import static dev.memoized.RefreshEvent.STARTED;
import static dev.memoized.RefreshEvent.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.testing.RecordingListener.Called;
import dev.memoized.testing.RecordingListener.Refreshed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingListenerTest {
    private final RecordingListener listener = new RecordingListener();

    @Test
    void calls_are_kept_in_order() {
        listener.called("a", COMPUTED, -1);
        listener.called("b", FRESH, 5);
        assertThat(listener.calls()).containsExactly(new Called("a", COMPUTED, -1), new Called("b", FRESH, 5));
        assertThat(listener.outcomes()).containsExactly(COMPUTED, FRESH);
        assertThat(listener.outcomes("b")).containsExactly(FRESH);
        assertThat(listener.count(FRESH)).isOne();
    }

    @Test
    void refreshes_are_kept_in_order() {
        listener.refreshed("a", STARTED);
        listener.refreshed("a", SUCCEEDED);
        assertThat(listener.refreshes()).containsExactly(new Refreshed("a", STARTED), new Refreshed("a", SUCCEEDED));
        assertThat(listener.refreshEvents()).containsExactly(STARTED, SUCCEEDED);
        assertThat(listener.count(FAILED)).isZero();
    }

    @Test
    void what_was_returned_before_does_not_change() {
        listener.called("a", COMPUTED, -1);
        List<Called> before = listener.calls();
        listener.called("a", FRESH, 1);
        assertThat(before).hasSize(1);
    }

    @Test
    void cleared_listener_has_heard_nothing() {
        listener.called("a", COMPUTED, -1);
        listener.refreshed("a", STARTED);
        listener.clear();
        assertThat(listener.calls()).isEmpty();
        assertThat(listener.refreshes()).isEmpty();
    }

    @Test
    void test_can_wait_for_what_another_thread_tells() {
        try (Callers<String> callers = Callers.start(2, number -> {
            listener.refreshed("a", STARTED);
            listener.called("a", COMPUTED, -1);
            return "told";
        })) {
            listener.awaitRefresh(STARTED, 2);
            listener.awaitCalls(COMPUTED, 2);
            assertThat(callers.values()).hasSize(2);
        }
    }

    @Test
    void what_never_comes_fails_the_test_with_what_was_heard() {
        RecordingListener impatient = new RecordingListener(Duration.ofMillis(10));
        impatient.refreshed("a", STARTED);
        impatient.called("a", FRESH, 7);
        assertThatThrownBy(() -> impatient.awaitRefresh(FAILED, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("waiting for 1 FAILED")
                .hasMessageContaining("STARTED");
        assertThatThrownBy(() -> impatient.awaitCalls(COMPUTED, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("waiting for 1 COMPUTED")
                .hasMessageContaining("FRESH");
    }
}
