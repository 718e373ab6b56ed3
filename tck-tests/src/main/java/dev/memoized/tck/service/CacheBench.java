package dev.memoized.tck.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Cache;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the contract have in common, and what a backend's module must give them. */
abstract class CacheBench {
    static final String KEY = "4111-1111-1111-1111"; // secret: in no log
    static final Duration DEFAULT = Duration.ofMinutes(5);

    private final ManualClock clock = new ManualClock();
    private final HandExecutor executor = new HandExecutor();
    private @Nullable Cache<Object> cache;

    /**
     * A service whose default backend is the one under test, empty, and that has another one, "other".
     *
     * @param time of the library and of the backend
     * @param behind where renewals and asynchronous operations run
     * @return a view without prefix, schema and limits of its own
     */
    protected abstract Cache<Object> open(ManualClock time, HandExecutor behind);

    /** Ends what {@link #open} began. */
    protected void close() {}

    /**
     * Whether the store under test can enumerate its keys.
     *
     * @return true in memory
     */
    protected boolean enumerates() {
        return true;
    }

    @BeforeEach
    final void openCache() {
        cache = open(clock, executor);
    }

    @AfterEach
    final void closeCache() {
        close();
    }

    final Cache<Object> cache() {
        return Objects.requireNonNull(cache);
    }

    final ManualClock clock() {
        return clock;
    }

    final void pass(Duration time) {
        clock.advance(time);
    }

    /** Runs all that waits behind callers. */
    final int runBehind() {
        return executor.runAllOnNewThreads();
    }

    final void assertHolds(String key, @Nullable Object value) {
        assertThat(cache().hasKey(key)).as("has " + key).isTrue();
        assertThat(cache().get(key)).isEqualTo(value);
    }

    final void assertHoldsNothing(String key) {
        assertThat(cache().hasKey(key)).as("has " + key).isFalse();
        assertThat(cache().get(key)).isNull();
        assertThat(cache().find(key)).isEmpty();
    }
}
