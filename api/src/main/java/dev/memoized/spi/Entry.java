package dev.memoized.spi;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A remembered value and the facts that decide whether it may be served. All of them were taken before the computation
 * began, but for its length.
 *
 * @param value what was computed; null is a value
 * @param computedAt when the computation began, in this JVM's {@link TimeSource#nanos()}; a shared store gives it to each
 *     JVM in that JVM's own
 * @param computationTime how long it took, in nanoseconds
 * @param version what the version source said before; null when there is none
 * @param asOf the backend's invalidation number before the computation: a mark above it tells that the value may be older
 *     than an invalidation
 * @param tags those of the key and those that the computation added; unmodifiable
 * @param softlyInvalidated may be served as stale, never as fresh
 * @param ownLimits what the computation said about this value only; null when the limits of the method hold
 * @param <V> the form of the value that the store keeps
 */
public record Entry<V>(
        @Nullable V value,
        long computedAt,
        long computationTime,
        @Nullable Object version,
        long asOf,
        Set<String> tags,
        boolean softlyInvalidated,
        @Nullable OwnLimits ownLimits) {

    /**
     * A value that was not computed under a lease; the store numbers it when it takes it.
     *
     * @param value may be null
     * @param now this JVM's {@link TimeSource#nanos()}
     * @param tags unmodifiable
     * @return an entry without version
     * @param <V> the form of the value
     */
    public static <V> Entry<V> of(@Nullable V value, long now, Set<String> tags) {
        return new Entry<>(value, now, 0, null, 0, tags, false, null);
    }

    /**
     * The same entry with another invalidation number: for stores.
     *
     * @param number the number
     * @return a copy
     */
    public Entry<V> asOf(long number) {
        return new Entry<>(value, computedAt, computationTime, version, number, tags, softlyInvalidated, ownLimits);
    }

    /**
     * The same entry with another value: for counters.
     *
     * @param other the new value
     * @return a copy
     */
    public Entry<V> withValue(@Nullable V other) {
        return new Entry<>(other, computedAt, computationTime, version, asOf, tags, softlyInvalidated, ownLimits);
    }

    /**
     * The same entry as it looks below a soft mark: for stores.
     *
     * @return a copy that is {@link #softlyInvalidated}
     */
    public Entry<V> softly() {
        return new Entry<>(value, computedAt, computationTime, version, asOf, tags, true, ownLimits);
    }
}
