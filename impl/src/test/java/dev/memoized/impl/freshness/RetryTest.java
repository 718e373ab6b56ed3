package dev.memoized.impl.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {

    @ParameterizedTest
    @CsvSource({
        // after, atMost, inARow, pause
        "10, 100, 1, 10",
        "10, 100, 2, 20",
        "10, 100, 3, 40",
        "10, 100, 4, 80",
        "10, 100, 5, 100",
        "10, 100, 1000, 100",
        "10, 80, 4, 80",
        "100, 10, 1, 10",
        "60, 100, 2, 100",
        "50, 100, 2, 100",
        "49, 100, 2, 98",
    })
    void pause_doublesUpToTheLongest(long after, long atMost, int inARow, long pause) {
        Retry retry = new Retry(Duration.ofNanos(after), Duration.ofNanos(atMost));
        assertThat(retry.pause(inARow, 0)).isEqualTo(pause);
    }

    @Test
    void chance_takesAwayUpToHalf() {
        Retry retry = new Retry(Duration.ofNanos(1_000), Duration.ofNanos(1_000));
        assertThat(retry.pause(1, 0.5)).isEqualTo(750);
        assertThat(retry.pause(1, 0.998)).isEqualTo(501);
    }

    @Test
    void longestPause_doesNotOverflow() {
        Retry retry = new Retry(Duration.ofNanos(Long.MAX_VALUE / 2 + 1), Duration.ofNanos(Long.MAX_VALUE));
        assertThat(retry.pause(2, 0)).isEqualTo(Long.MAX_VALUE);
    }
}
