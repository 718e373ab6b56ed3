package dev.memoized.tck;

import dev.memoized.testing.FixedRandom;
import dev.memoized.testing.Gate;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.RecordingListener;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts time, threads, faults and outcomes into the hand of the test, by beans as an application would. */
@Singleton
public class Seams {

    /**
     * The clock.
     *
     * @return one for each container
     */
    @Produces
    @Singleton
    public ManualClock clock() {
        return new ManualClock();
    }

    /**
     * Chance: there is none, so that limits are exact.
     *
     * @return one for each container
     */
    @Produces
    @Singleton
    public FixedRandom random() {
        return new FixedRandom();
    }

    /**
     * Where renewals run.
     *
     * @return one for each container
     */
    @Produces
    @Singleton
    public HandExecutor executor() {
        return new HandExecutor();
    }

    /**
     * Where threads are held.
     *
     * @return one for each container
     */
    @Produces
    @Singleton
    public Gate gate() {
        return new Gate();
    }

    /**
     * What hears of outcomes.
     *
     * @return one for each container
     */
    @Produces
    @Singleton
    public RecordingListener listener() {
        return new RecordingListener();
    }
}
