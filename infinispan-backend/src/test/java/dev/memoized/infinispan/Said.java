package dev.memoized.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.BackendSettings;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Settings of a backend, as configuration would have them. */
record Said(Map<String, String> set) implements BackendSettings {

    /** What the provider makes of them. */
    static InfinispanBackend backend(Map<String, String> set) {
        return (InfinispanBackend) new InfinispanProvider().create(new Said(set));
    }

    @Override
    public String name() {
        return "cluster";
    }

    @Override
    public TimeSource time() {
        return TimeSource.ofMachine();
    }

    @Override
    public Optional<String> text(String property) {
        assertThat(new InfinispanProvider().properties()).contains(property);
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
