package dev.memoized;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A value that a cache holds, and what is known of it.
 *
 * @param value what was stored; null is a value
 * @param computedAt when its computation began, or when it was set, by this JVM's time of day: for people
 * @param age since then, never negative
 * @param version what the version source had said; null when there is none
 * @param <V> its type
 */
public record Remembered<V>(@Nullable V value, Instant computedAt, Duration age, @Nullable Object version) {}
