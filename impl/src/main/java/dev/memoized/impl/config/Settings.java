package dev.memoized.impl.config;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one place from which settings are read. */
@FunctionalInterface
public interface Settings {

    /**
     * The text of a setting.
     *
     * @param key such as {@code memoized.longest-computation}
     * @return null when it is not set
     */
    @Nullable
    String find(String key);

    /** The keys that are set, as far as they can be told; those of environment variables cannot. */
    default Set<String> keys() {
        return Set.of();
    }

    /**
     * Those of the application: of MicroProfile Config where there is such, else {@link #ofSystem}.
     *
     * @param loader the application's
     * @return read anew at each question
     */
    static Settings ofApplication(@Nullable ClassLoader loader) {
        return MicroProfileSettings.isPresent(loader) ? MicroProfileSettings.of(loader) : ofSystem();
    }

    /**
     * System properties, then environment variables ({@code MEMOIZED_LONGEST_COMPUTATION}).
     *
     * @return read anew at each question
     */
    static Settings ofSystem() {
        return new Settings() {
            @Override
            public @Nullable String find(String key) {
                String property = System.getProperty(key);
                return property != null ? property : System.getenv(variable(key));
            }

            @Override
            public Set<String> keys() {
                return System.getProperties().stringPropertyNames();
            }
        };
    }

    /** The environment variable that stands for a key. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
