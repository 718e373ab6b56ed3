package dev.memoized.impl.cdi;

import dev.memoized.impl.freshness.MixedRandom;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.FaultPoints;
import dev.memoized.spi.RandomSource;
import dev.memoized.spi.TimeSource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** What makes runs differ, in the hand of the application's beans where there are such: time, chance, and faults. */
@Dependent
public class Determinism implements AutoCloseable {
    private final SystemTime systemTime = new SystemTime();
    private final TimeSource time;
    private final RandomSource random;
    private final FaultPoints faults;

    @Inject
    Determinism(
            ApplicationView view,
            Instance<TimeSource> times,
            Instance<RandomSource> randoms,
            Instance<FaultPoints> faultPoints) {
        TimeSource ownTime = view.one(times, TimeSource.class);
        RandomSource ownRandom = view.one(randoms, RandomSource.class);
        FaultPoints ownFaults = view.one(faultPoints, FaultPoints.class);
        this.time = ownTime == null ? systemTime : ownTime;
        this.random = ownRandom == null ? new MixedRandom(time.nanos()) : ownRandom;
        this.faults = ownFaults == null ? (place, name) -> {} : ownFaults;
    }

    TimeSource time() {
        return time;
    }

    RandomSource random() {
        return random;
    }

    FaultPoints faults() {
        return faults;
    }

    @Override
    public void close() {
        systemTime.close();
    }
}
