package dev.memoized.it.quarkus;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.MemoizedMethods;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.RecordingListener;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A value is fresh, then stale, then gone. */
@QuarkusTest
@Timeout(60)
class FreshAndStaleTest {
    private final String key = UUID.randomUUID().toString();

    @Inject
    Catalogue catalogue;

    @Inject
    MemoizedMethods memoized;

    @Inject
    ManualClock clock;

    @Inject
    RecordingListener listener;

    @BeforeEach
    void forget() {
        listener.clear();
    }

    @Test
    void second_call_is_answered_without_the_method() {
        assertThat(catalogue.title(key)).isEqualTo(key + "#1");
        assertThat(catalogue.title(key)).isEqualTo(key + "#1");
        assertThat(listener.outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void value_older_than_refreshAfter_is_served_and_renewed_behind() throws InterruptedException {
        catalogue.title(key);
        clock.advance(Duration.ofMinutes(1));
        catalogue.title(key);
        clock.advance(Duration.ofNanos(1));
        assertThat(catalogue.title(key)).isEqualTo(key + "#1");
        assertThat(memoized.awaitRefreshes(Duration.ofSeconds(30))).isTrue();
        assertThat(catalogue.title(key)).isEqualTo(key + "#2");
        assertThat(listener.outcomes()).containsExactly(COMPUTED, FRESH, STALE, FRESH);
    }

    @Test
    void value_older_than_expireAfter_is_computed_again() {
        catalogue.title(key);
        clock.advance(Duration.ofHours(1).plusNanos(1));
        assertThat(catalogue.title(key)).isEqualTo(key + "#2");
        assertThat(listener.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }
}
