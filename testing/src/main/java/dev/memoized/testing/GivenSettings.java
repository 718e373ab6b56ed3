package dev.memoized.testing;

import dev.memoized.spi.BackendProvider;
import dev.memoized.spi.BackendSettings;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of a backend as configuration would have them, for tests of a provider. Which properties there are is asked of the
 * provider, as configuration does: another one that it reads would be refused in an application. Immutable.
 *
 * @param provider whose settings they are
 * @param set by property; durations in ISO form, such as {@code PT5S}
 * @param time the clock
 */
public record GivenSettings(BackendProvider provider, Map<String, String> set, TimeSource time)
        implements BackendSettings {

    /**
     * The same, which later changes of the map leave alone.
     *
     * @param provider whose settings they are
     * @param set by property
     * @param time the clock
     */
    public GivenSettings {
        set = Map.copyOf(set);
    }

    @Override
    public String name() {
        return "given";
    }

    /**
     * A text.
     *
     * @throws AssertionError the provider does not say that there is such a property
     */
    @Override
    public Optional<String> text(String property) {
        if (!provider.properties().contains(property)) {
            throw new AssertionError(provider.type() + " does not say that it has the property " + property);
        }
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
