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
    Determinism(Instance<TimeSource> times, Instance<RandomSource> randoms, Instance<FaultPoints> faultPoints) {
        this.time = times.isResolvable() ? times.get() : systemTime;
        this.random = randoms.isResolvable() ? randoms.get() : new MixedRandom(time.nanos());
        this.faults = faultPoints.isResolvable() ? faultPoints.get() : (place, name) -> {};
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
