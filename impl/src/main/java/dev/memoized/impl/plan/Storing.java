package dev.memoized.impl.plan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a backend keeps the values of a namespace. Each setting is a method's, {@code memoized.method."<name>".<property>},
 * else its backend's, {@code memoized.backend.<name>.<property>}; that of the default backend is {@code default}.
 *
 * @param codec its id; null for the one that is there
 * @param copies whether callers get copies of what is kept in memory
 * @param maximumValueSize in bytes, where values are bytes
 * @param timeOut of an operation, where the backend is another process
 * @param logged whether each operation is told at level DEBUG
 */
public record Storing(@Nullable String codec, boolean copies, int maximumValueSize, Duration timeOut, boolean logged) {
    private static final int MAXIMUM_VALUE_SIZE = 1 << 20;
    private static final Duration TIME_OUT = Duration.ofMillis(500);

    static Storing read(BackendChoice backend, SettingReader settings) {
        String ofBackend = "memoized.backend." + backend.name() + ".";
        return new Storing(
                settings.text("codec", ofBackend + "codec"),
                settings.flag("copy", ofBackend + "copy"),
                settings.count("maximum-value-size", ofBackend + "maximum-value-size", MAXIMUM_VALUE_SIZE),
                settings.positiveForAll(ofBackend + "timeout", TIME_OUT),
                settings.flag("log", ofBackend + "log"));
    }
}
