package dev.memoized.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.MemoizedMethods;
import dev.memoized.Remembered;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a setting names is computed behind the start. */
@QuarkusTest
@Timeout(60)
class WarmUpTest {
    @Inject
    Kiosk kiosk;

    @Inject
    MemoizedMethods memoized;

    @Test
    void named_method_is_remembered_before_anybody_calls() throws InterruptedException {
        assertThat(kiosk.awaitOpening()).isTrue();
        assertThat(memoized.awaitRefreshes(Duration.ofSeconds(30))).isTrue();
        assertThat(memoized.entry("kiosk.opening").lookup())
                .map(Remembered::value)
                .hasValue("at six");
    }
}
