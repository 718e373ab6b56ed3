package dev.memoized.impl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.spi.BackendProvider;
import dev.memoized.spi.BackendSettings;
import dev.memoized.spi.CacheBackend;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.NoBackend;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backends of a type that the application brings. */
class ConfiguredBackendsTest {
    private final Map<String, String> set = new HashMap<>();
    private final Settings settings = new Settings() {
        @Override
        public @Nullable String find(String key) {
            return set.get(key);
        }

        @Override
        public Set<String> keys() {
            return set.keySet();
        }
    };

    /** Wants to know where. */
    public static final class Disk implements BackendProvider {
        @Override
        public String type() {
            return "disk";
        }

        @Override
        public Set<String> properties() {
            return Set.of("path", "depth");
        }

        @Override
        public CacheBackend create(BackendSettings settings) {
            if (settings.text("path").isEmpty()) {
                throw new IllegalArgumentException("it needs a path");
            }
            settings.count("depth");
            return new NoBackend();
        }
    }

    private ConfiguredBackends backends(Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(BackendProvider.class.getName()), Disk.class.getName());
        URL[] urls = {folder.toUri().toURL()};
        return new ConfiguredBackends(
                settings, new URLClassLoader(urls, Disk.class.getClassLoader()), new ManualClock());
    }

    @Test
    void typeOfTheApplication_isMadeOnce_withItsSettings(@TempDir Path folder) throws IOException {
        set.put("memoized.backend.archive.type", "disk");
        set.put("memoized.backend.archive.path", "/tmp/archive");
        try (ConfiguredBackends backends = backends(folder)) {
            CacheBackend made = backends.find("archive");
            assertThat(made).isInstanceOf(NoBackend.class).isSameAs(backends.find("archive"));
            assertThat(backends.names()).containsExactly("archive");
            assertThat(backends.properties()).contains("path", "depth");
            assertThat(backends.problems()).isEmpty();
            assertThat(backends.find("elsewhere")).isNull();
        }
    }

    @Test
    void C74_backendThatCannotBeMade_isTold() {
        set.put("memoized.backend.archive.type", "lokal");
        try (ConfiguredBackends backends =
                new ConfiguredBackends(settings, getClass().getClassLoader(), new ManualClock())) {
            assertThat(backends.problems())
                    .singleElement()
                    .asString()
                    .startsWith("MEMO0233 memoized.backend.archive.type: ")
                    .contains("\"lokal\"", "[local]");
        }
    }

    @Test
    void providerThatRefuses_isToldWithItsReason(@TempDir Path folder) throws IOException {
        set.put("memoized.backend.archive.type", "disk");
        set.put("memoized.backend.second.type", "disk");
        set.put("memoized.backend.second.path", "x");
        set.put("memoized.backend.second.depth", "many");
        try (ConfiguredBackends backends = backends(folder)) {
            assertThat(backends.problems())
                    .hasSize(2)
                    .allMatch(problem -> problem.startsWith("MEMO0234 memoized.backend."))
                    .anyMatch(problem -> problem.contains("it needs a path"))
                    .anyMatch(problem -> problem.contains("memoized.backend.second.depth is not a whole number"));
            assertThatThrownBy(() -> backends.find("archive")).hasMessageContaining("MEMO0234");
        }
    }
}
