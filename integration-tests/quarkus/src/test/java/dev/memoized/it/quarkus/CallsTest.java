package dev.memoized.it.quarkus;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.ManualClock;
import dev.memoized.testing.RecordingListener;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each call passes our interceptor once. */
@QuarkusTest
@Timeout(60)
class CallsTest {
    private final String key = UUID.randomUUID().toString();

    @Inject
    Workshop workshop;

    @Inject
    Fibonacci fibonacci;

    @Inject
    Catalogue catalogue;

    @Inject
    ManualClock clock;

    @Inject
    RecordingListener listener;

    @Inject
    Journal journal;

    @BeforeEach
    void forget() {
        listener.clear();
        journal.take();
    }

    @Test
    void call_is_intercepted_once_between_outer_and_inner_interceptors() {
        workshop.work(key);
        assertThat(journal.take()).containsExactly("outer in", "inner in", "body", "inner out", "outer out");
        assertThat(listener.outcomes()).containsExactly(COMPUTED);
        workshop.work(key);
        assertThat(journal.take()).containsExactly("outer in", "outer out");
        assertThat(listener.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void method_that_calls_itself_computes_each_value_once() {
        Duration before = clock.moved();
        assertThat(fibonacci.of(90)).isEqualTo(2_880_067_194_370_816_120L);
        assertThat(Collections.frequency(listener.outcomes("fibonacci"), COMPUTED))
                .isEqualTo(91);
        assertThat(clock.moved()).isEqualTo(before);
    }

    @Test
    void completed_stage_is_remembered() {
        assertThat(catalogue.stage(key).toCompletableFuture().join()).isEqualTo(key + "#1");
        assertThat(catalogue.stage(key).toCompletableFuture().join()).isEqualTo(key + "#1");
        assertThat(listener.outcomes()).containsExactly(COMPUTED, FRESH);
    }
}
