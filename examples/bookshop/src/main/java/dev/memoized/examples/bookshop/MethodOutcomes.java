package dev.memoized.examples.bookshop;

import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAccumulator;

/** How the calls of one method ended, and how old the values were that they got. */
final class MethodOutcomes {

    private final Tally<Outcome> outcomes = new Tally<>(Outcome.class);
    private final Tally<RefreshEvent> refreshes = new Tally<>(RefreshEvent.class);
    private final LongAccumulator maximumAge = new LongAccumulator(Math::max, 0);
    private volatile long lastAge;

    void count(Outcome outcome, long ageNanos) {
        outcomes.count(outcome);
        if (ageNanos >= 0) {
            lastAge = ageNanos;
            maximumAge.accumulate(ageNanos);
        }
    }

    void count(RefreshEvent event) {
        refreshes.count(event);
    }

    Report report() {
        return new Report(outcomes.counts(), refreshes.counts(), millis(lastAge), millis(maximumAge.get()));
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }

    /**
     * The figures at a moment.
     *
     * @param outcomes how many calls ended so
     * @param refreshes how many renewals behind the callers came to that
     * @param lastAgeMillis age of the value served last
     * @param maximumAgeMillis age of the oldest value served
     */
    public record Report(
            Map<Outcome, Long> outcomes,
            Map<RefreshEvent, Long> refreshes,
            long lastAgeMillis,
            long maximumAgeMillis) {}
}
