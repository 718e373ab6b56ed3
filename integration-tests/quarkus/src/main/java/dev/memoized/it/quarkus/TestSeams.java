package dev.memoized.it.quarkus;

import dev.memoized.testing.FixedRandom;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.RecordingListener;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the tests hold in their hands. */
@Singleton
public class TestSeams {

    @Produces
    @Singleton
    ManualClock clock() {
        return new ManualClock();
    }

    @Produces
    @Singleton
    FixedRandom random() {
        return new FixedRandom();
    }

    @Produces
    @Singleton
    RecordingListener listener() {
        return new RecordingListener();
    }
}
