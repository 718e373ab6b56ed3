package dev.memoized.impl.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.freshness.Retry;
import dev.memoized.spi.Entry;
import dev.memoized.testing.ManualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private static final Retry RETRY = new Retry(Duration.ofSeconds(10), Duration.ofSeconds(60));
    private static final int KEYS_AT_MOST = 10_000;

    private final ManualClock clock = new ManualClock();
    private final Failures failures = new Failures(clock);
    private final Entry<Object> entry = Entry.of("value", clock.nanos(), Set.of());

    private void fail(Object key, Throwable error) {
        failures.failed(key, entry, error, RETRY, 0);
    }

    private boolean isHeldBack(Object key) {
        return failures.holdingBack(key, entry, clock.nanos()) != null;
    }

    @Test
    void failure_holdsBackUntilThePauseIsOver() {
        fail("k", new IOException());
        clock.advance(Duration.ofSeconds(10).minusNanos(1));
        assertThat(isHeldBack("k")).isTrue();
        clock.advance(Duration.ofNanos(1));
        assertThat(isHeldBack("k")).isFalse();
        assertThat(isHeldBack("other")).isFalse();
    }

    @Test
    void failuresInARow_areCounted() {
        fail("k", new IOException());
        fail("k", new IllegalStateException());
        fail("other", new IOException());
        assertThat(failures.size()).isEqualTo(2);
        assertThat(failures.mostInARow()).isEqualTo(2);
        failures.succeeded("k");
        assertThat(failures.size()).isEqualTo(1);
        assertThat(failures.mostInARow()).isEqualTo(1);
    }

    @Test
    void turnedAway_isNoFailureButHoldsBack() {
        failures.turnedAway("k", entry, RETRY, 0);
        assertThat(isHeldBack("k")).isTrue();
        assertThat(failures.size()).isZero();
        assertThat(failures.mostInARow()).isZero();
        assertThat(Failures.lastError(List.of(failures), clock.nanos())).isNull();
    }

    @Test
    void failure_saysNothingOfNowAfterTwiceItsPause() {
        clock.advance(Duration.ofSeconds(100));
        fail("k", new IOException());
        clock.advance(Duration.ofSeconds(20).minusNanos(1));
        assertThat(failures.size()).isEqualTo(1);
        assertThat(failures.mostInARow()).isEqualTo(1);
        assertThat(Failures.lastError(List.of(failures), clock.nanos())).isEqualTo(IOException.class);
        clock.advance(Duration.ofNanos(1));
        assertThat(failures.size()).isZero();
        assertThat(failures.mostInARow()).isZero();
        assertThat(Failures.lastError(List.of(failures), clock.nanos())).isNull();
    }

    @Test
    void lastError_isThatOfTheLatestThatThrew() {
        fail("early", new IOException());
        clock.advance(Duration.ofSeconds(1));
        fail("late", new IllegalStateException());
        fail("silent", null);
        Failures others = new Failures(clock);
        assertThat(Failures.lastError(List.of(others, failures), clock.nanos())).isEqualTo(IllegalStateException.class);
    }

    @Test
    void newerEntry_isNotConcerned() {
        fail("k", new IOException());
        clock.advance(Duration.ofSeconds(1));
        Entry<Object> newer = Entry.of("newer", clock.nanos(), Set.of());
        assertThat(failures.holdingBack("k", newer, clock.nanos())).isNull();
        failures.failed("k", newer, new IOException(), RETRY, 0);
        assertThat(failures.mostInARow()).isEqualTo(1);
    }

    @Test
    void tooManyKeys_areNotNoted() {
        for (int key = 0; key < KEYS_AT_MOST; key++) {
            fail(key, new IOException());
        }
        fail("one more", new IOException());
        assertThat(failures.size()).isEqualTo(KEYS_AT_MOST);
        assertThat(isHeldBack("one more")).isFalse();
        assertThat(isHeldBack(KEYS_AT_MOST - 1)).isTrue();
    }

    @Test
    void keysThatNobodyCallsFor_makeRoom() {
        for (int key = 0; key < KEYS_AT_MOST - 1; key++) {
            fail(key, new IOException());
        }
        clock.advance(Duration.ofSeconds(15));
        fail("recent", new IOException());
        clock.advance(Duration.ofSeconds(5));
        fail("one more", new IOException());
        assertThat(failures.size()).isEqualTo(2);
        assertThat(isHeldBack("recent")).isTrue();
        assertThat(isHeldBack("one more")).isTrue();
    }
}
