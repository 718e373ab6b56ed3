package dev.memoized.impl.memoizer;

import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.Outcome;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.RecordingListener;
import java.time.Duration;

/**
 * A memoizer with its seams in the test's hand.
 *
 * @param clock moves by hand
 * @param executor runs renewals by hand
 * @param listener hears outcomes
 * @param memoizer on the test's terms
 */
record Bench(ManualClock clock, HandExecutor executor, RecordingListener listener, Memoizer memoizer) {

    static Bench on(MemoizedTerms terms) {
        ManualClock clock = new ManualClock();
        HandExecutor executor = new HandExecutor();
        RecordingListener listener = new RecordingListener();
        Memoizer memoizer = Memoizer.builder()
                .terms(terms)
                .time(clock)
                .executor(executor)
                .listener(listener)
                .build();
        return new Bench(clock, executor, listener, memoizer);
    }

    static Bench create() {
        return on(MemoizedTerms.defaults());
    }

    void advance(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    int count(Outcome outcome) {
        return listener.count(outcome);
    }
}
