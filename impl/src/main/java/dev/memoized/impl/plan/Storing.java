package dev.memoized.impl.plan;

import dev.memoized.impl.config.Property;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a backend keeps the values of a namespace; each is a {@link Property} of the same name.
 *
 * @param codec its id; null for the one that is there
 * @param copies whether callers get copies of what is kept in memory
 * @param maximumSize in entries, where they are in memory
 * @param maximumValueSize in bytes, where values are bytes
 * @param timeOut of an operation, where the backend is another process
 * @param lease how long one lives that nobody renews, where other JVMs share the backend
 * @param logged whether each operation is told at level DEBUG
 * @param namespace what all its names begin with; empty for nothing
 */
public record Storing(
        @Nullable String codec,
        boolean copies,
        int maximumSize,
        int maximumValueSize,
        Duration timeOut,
        Duration lease,
        boolean logged,
        String namespace) {
    private static final int MAXIMUM_SIZE = 10_000;
    private static final int MAXIMUM_VALUE_SIZE = 1 << 20;
    private static final Duration TIME_OUT = Duration.ofMillis(500);
    private static final int LEAST_LEASE = 1;
    private static final Duration LEASE = Duration.ofSeconds(10);

    static Storing read(SettingReader settings) {
        return new Storing(
                settings.text(Property.CODEC),
                settings.flag(Property.COPY),
                settings.count(Property.MAXIMUM_SIZE, MAXIMUM_SIZE),
                settings.count(Property.MAXIMUM_VALUE_SIZE, MAXIMUM_VALUE_SIZE),
                settings.positive(Property.TIMEOUT, TIME_OUT),
                settings.seconds(Property.LEASE, LEAST_LEASE, LEASE),
                settings.flag(Property.LOG),
                settings.prefix(Property.NAMESPACE));
    }
}
