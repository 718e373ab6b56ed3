package dev.memoized.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.spi.BackendProvider;
import dev.memoized.spi.BackendSettings;
import dev.memoized.spi.CacheBackend;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GivenSettingsTest {
    private final BackendProvider provider = new BackendProvider() {
        @Override
        public String type() {
            return "shelf";
        }

        @Override
        public Set<String> properties() {
            return Set.of("size", "pause", "dry");
        }

        @Override
        public CacheBackend create(BackendSettings settings) {
            throw new UnsupportedOperationException();
        }
    };

    private final GivenSettings settings =
            new GivenSettings(provider, Map.of("size", "5", "pause", "PT2S"), new ManualClock());

    @Test
    void settings_are_read_in_their_types() {
        assertThat(settings.count("size")).hasValue(5);
        assertThat(settings.text("size")).hasValue("5");
        assertThat(settings.duration("pause")).hasValue(Duration.ofSeconds(2));
        assertThat(settings.flag("dry")).isEmpty();
    }

    @Test
    void property_that_the_provider_does_not_name_is_a_failure() {
        assertThatThrownBy(() -> settings.flag("wet"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("shelf does not say that it has the property wet");
    }
}
