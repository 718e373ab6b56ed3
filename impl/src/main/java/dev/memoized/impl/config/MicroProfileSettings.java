package dev.memoized.impl.config;

import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The settings of MicroProfile Config. */
final class MicroProfileSettings implements Settings {
    private final Config config;

    private MicroProfileSettings(Config config) {
        this.config = config;
    }

    /** Whether the API is there, and somebody who implements it. */
    static boolean isPresent(@Nullable ClassLoader loader) {
        try {
            Class.forName("org.eclipse.microprofile.config.ConfigProvider", false, loader);
            return Provided.by(loader) != null;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    static Settings of(@Nullable ClassLoader loader) {
        Config config = Provided.by(loader);
        return config == null ? Settings.ofSystem() : new MicroProfileSettings(config);
    }

    @Override
    public @Nullable String find(String key) {
        try {
            return config.getOptionalValue(key, String.class).orElse(null);
        } catch (NoSuchElementException | IllegalArgumentException expressionWithoutValue) {
            return raw(key);
        }
    }

    /** As it is written, for whoever reads it to refuse. */
    private @Nullable String raw(String key) {
        for (ConfigSource source : config.getConfigSources()) {
            String value = source.getValue(key);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public Set<String> keys() {
        Set<String> keys = new HashSet<>();
        config.getPropertyNames().forEach(keys::add);
        keys.removeIf(MicroProfileSettings::isGuessed);
        return keys;
    }

    /** Made of an environment variable, whose dots and hyphens cannot be told apart. */
    private static boolean isGuessed(String key) {
        return System.getProperty(key) == null && System.getenv(Settings.variable(key)) != null;
    }

    private static final class Provided {
        private Provided() {}

        static @Nullable Config by(@Nullable ClassLoader loader) {
            try {
                return loader == null ? ConfigProvider.getConfig() : ConfigProvider.getConfig(loader);
            } catch (IllegalStateException | NoClassDefFoundError withoutImplementation) {
                return null;
            }
        }
    }
}
