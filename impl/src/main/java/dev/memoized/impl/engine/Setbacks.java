package dev.memoized.impl.engine;

import dev.memoized.impl.freshness.Judge;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.refresh.Failures.Failure;
import dev.memoized.spi.Entry;
import dev.memoized.spi.RandomSource;
import dev.memoized.spi.TimeSource;
import org.jspecify.annotations.Nullable;

/** Takes note of renewals that bring nothing, so that their keys are left alone a while. Of cold calls nothing is noted. */
final class Setbacks {
    private final TimeSource time;
    private final RandomSource random;
    private final Log log;

    Setbacks(TimeSource time, RandomSource random, Log log) {
        this.time = time;
        this.random = random;
        this.log = log;
    }

    /** Why what the call has met is not to be renewed now; null when it may be. */
    @Nullable
    Failure holdingBack(Call call, Entry<Object> met, long now) {
        return call.failures().holdingBack(call.key(), met, now);
    }

    /** A computation failed. */
    void failed(Call call, Throwable failure) {
        Entry<Object> met = call.met();
        if (met != null) {
            log.once(RuntimeMessage.REFRESH_FAILED, call.plan().toString(), failure);
            note(call, met, failure);
        }
    }

    /** A computation brought what is not to be remembered. */
    void unwanted(Call call) {
        Entry<Object> met = call.met();
        if (met != null) {
            note(call, met, null);
        }
    }

    private void note(Call call, Entry<Object> met, @Nullable Throwable failure) {
        call.failures().failed(call.key(), met, failure, call.plan().bounds().retry(), chance(call));
    }

    /** There was no room for a renewal. */
    void turnedAway(Call call) {
        Entry<Object> met = call.met();
        if (met != null) {
            call.failures().turnedAway(call.key(), met, call.plan().bounds().retry(), chance(call));
        }
    }

    /** A value was stored. */
    void succeeded(Call call) {
        call.failures().succeeded(call.key());
    }

    private double chance(Call call) {
        return random.of(Judge.seed(call.key(), time.nanos()));
    }
}
