package dev.memoized.impl.config;

import java.util.Locale;
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

    /**
     * System properties, then environment variables ({@code MEMOIZED_LONGEST_COMPUTATION}).
     *
     * @return read anew at each question
     */
    static Settings ofSystem() {
        return key -> {
            String property = System.getProperty(key);
            return property != null ? property : System.getenv(variable(key));
        };
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
