package dev.memoized.it.quarkus;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CallEnded;
import dev.memoized.MemoizedMethods;
import dev.memoized.Observed;
import dev.memoized.Outcome;
import dev.memoized.RefreshEnded;
import dev.memoized.RefreshEvent;
import dev.memoized.testing.ManualClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls and renewals are told to observers, counted, and observed. */
@QuarkusTest
@Timeout(60)
class EventsTest {
    private final String key = UUID.randomUUID().toString();

    @Inject
    Catalogue catalogue;

    @Inject
    Ears ears;

    @Inject
    MemoizedMethods memoized;

    @Inject
    ManualClock clock;

    @BeforeEach
    void forget() throws InterruptedException {
        assertThat(memoized.awaitRefreshes(Duration.ofSeconds(30))).isTrue();
        ears.take();
    }

    @Test
    void stale_call_and_its_renewal_are_told_to_observers() throws Exception {
        Observed<String> first = memoized.observe(() -> catalogue.title(key));
        assertThat(first).isEqualTo(new Observed<>(key + "#1", COMPUTED, Duration.ZERO));
        String name = ((CallEnded) ears.take().get(0)).name();
        clock.advance(Duration.ofMinutes(2));
        long before = memoized.counts(name).count(STALE);
        catalogue.title(key);
        assertThat(memoized.awaitRefreshes(Duration.ofSeconds(30))).isTrue();
        catalogue.title(key);
        assertThat(ears.take())
                .containsExactlyInAnyOrder(
                        ended(name, STALE, Duration.ofMinutes(2)),
                        new RefreshEnded(name, RefreshEvent.STARTED),
                        new RefreshEnded(name, RefreshEvent.SUCCEEDED),
                        ended(name, FRESH, Duration.ZERO));
        assertThat(memoized.counts(name).count(STALE)).isEqualTo(before + 1);
    }

    private static CallEnded ended(String name, Outcome outcome, Duration age) {
        return new CallEnded(name, outcome, age);
    }
}
