package dev.memoized;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a memoized call returned, and how it ended: see {@link MemoizedMethods#observe}.
 *
 * @param value what the call returned
 * @param outcome how it ended
 * @param age of the value, counted from the start of its computation; zero when none was served
 * @param <R> the type of the result
 */
public record Observed<R>(@Nullable R value, Outcome outcome, Duration age) {}
