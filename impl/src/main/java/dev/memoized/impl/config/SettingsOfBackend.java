package dev.memoized.impl.config;

import dev.memoized.spi.BackendSettings;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the settings of one backend.
 *
 * @param all where they are read
 * @param name of the backend
 * @param time of the application
 */
record SettingsOfBackend(Settings all, String name, TimeSource time) implements BackendSettings {
    @Override
    public Optional<String> text(String property) {
        return Optional.ofNullable(all.find(key(property)))
                .map(text -> Optional.ofNullable(Expression.resolve(text, all)).orElse(text))
                .map(String::trim)
                .filter(text -> !text.isEmpty());
    }

    @Override
    public Optional<Duration> duration(String property) {
        return read(property, "a duration", DurationText::read);
    }

    @Override
    public Optional<Integer> count(String property) {
        return read(property, "a whole number", SettingsOfBackend::countOf);
    }

    @Override
    public Optional<Boolean> flag(String property) {
        return read(property, "true or false", text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    private static Optional<Integer> countOf(String text) {
        try {
            int number = Integer.parseInt(text);
            return number < 0 ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private <T> Optional<T> read(String property, String what, Function<String, Optional<T>> reading) {
        Optional<String> text = text(property);
        Optional<T> value = text.flatMap(reading);
        if (text.isPresent() && value.isEmpty()) {
            throw new IllegalArgumentException(key(property) + " is not " + what);
        }
        return value;
    }

    private String key(String property) {
        return "memoized.backend." + name + "." + property;
    }
}
