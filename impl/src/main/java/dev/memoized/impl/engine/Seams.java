package dev.memoized.impl.engine;

import dev.memoized.CacheListener;
import dev.memoized.impl.config.Settings;
import dev.memoized.spi.FaultPoints;
import dev.memoized.spi.RandomSource;
import dev.memoized.spi.RequestStore;
import dev.memoized.spi.TimeSource;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * What an engine is given from outside.
 *
 * @param time its clock
 * @param random its chance
 * @param executor for renewals behind callers
 * @param faults the test's, or nothing
 * @param listeners told how calls end
 * @param settings where settings are read
 * @param requests where what belongs to a request is kept
 */
public record Seams(
        TimeSource time,
        RandomSource random,
        Executor executor,
        FaultPoints faults,
        List<? extends CacheListener> listeners,
        Settings settings,
        RequestStore requests) {}
