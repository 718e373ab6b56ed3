package dev.memoized.redis;

import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.BackendSettings;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.TimeSource;
import dev.memoized.testing.GivenSettings;
import java.util.Map;

/** Backends of settings, as configuration makes them. */
final class Given {
    private static final RedisProvider PROVIDER = new RedisProvider();

    private Given() {}

    static ByteBackend backend(Map<String, String> set) {
        return backend(set, new SystemTime());
    }

    /** By a clock of the test's. */
    static ByteBackend backend(Map<String, String> set, TimeSource time) {
        return (ByteBackend) PROVIDER.create(settings(set, time));
    }

    static BackendSettings settings(Map<String, String> set, TimeSource time) {
        return new GivenSettings(PROVIDER, set, time);
    }
}
