package dev.memoized.redis;

import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.BackendSettings;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Settings of a backend, as configuration would have them. */
record Given(Map<String, String> set, TimeSource time) implements BackendSettings {

    /** What the provider makes of them. */
    static ByteBackend backend(Map<String, String> set) {
        return backend(set, new SystemTime());
    }

    /** By a clock of the test's. */
    static ByteBackend backend(Map<String, String> set, TimeSource time) {
        return (ByteBackend) new RedisProvider().create(new Given(set, time));
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public Optional<String> text(String property) {
        return Optional.ofNullable(set.get(property));
    }

    @Override
    public Optional<Duration> duration(String property) {
        return text(property).map(Duration::parse);
    }

    @Override
    public Optional<Integer> count(String property) {
        return text(property).map(Integer::valueOf);
    }

    @Override
    public Optional<Boolean> flag(String property) {
        return text(property).map(Boolean::valueOf);
    }
}
