package dev.memoized.impl.plan;

import dev.memoized.impl.config.DurationText;
import dev.memoized.impl.config.MethodSettings;
import dev.memoized.impl.config.MethodSettings.Setting;
import dev.memoized.impl.log.WiringMessage;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads settings of one method; what cannot be read is a problem, and then the default holds. */
final class SettingReader {
    /** Bounds a computation. */
    static final String LONGEST_COMPUTATION = "memoized.longest-computation";

    private final MethodSettings settings;
    private final Problems problems;

    SettingReader(MethodSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** A time that may be zero. */
    @Nullable
    Duration duration(String property) {
        return read(settings.find(property), SettingReader::durationOf);
    }

    /** A time that may not. */
    Duration positive(String property, Duration otherwise) {
        Duration found = read(settings.find(property), SettingReader::positiveOf);
        return found == null ? otherwise : found;
    }

    Duration longestComputation(Duration otherwise) {
        Duration found = read(settings.find("longest-computation", LONGEST_COMPUTATION), SettingReader::positiveOf);
        return found == null ? otherwise : found;
    }

    /** {@code 5%} or {@code 0.05}; below one. */
    double share(String property, double otherwise) {
        Double found = read(settings.find(property), SettingReader::shareOf);
        return found == null ? otherwise : found;
    }

    boolean flag(String property, boolean otherwise) {
        Boolean found = read(settings.find(property), SettingReader::flagOf);
        return found == null ? otherwise : found;
    }

    /** A flag that is a method's, else its backend's; off without either. */
    boolean flag(String property, String keyOfAll) {
        Boolean found = read(settings.find(property, keyOfAll), SettingReader::flagOf);
        return found != null && found;
    }

    /** A text that is a method's, else its backend's. */
    @Nullable
    String text(String property, String keyOfAll) {
        return read(settings.find(property, keyOfAll), text -> text.isEmpty() ? null : text);
    }

    /** A whole number greater than zero that is a method's, else its backend's. */
    int count(String property, String keyOfAll, int otherwise) {
        Integer found = read(settings.find(property, keyOfAll), SettingReader::countOf);
        return found == null ? otherwise : found;
    }

    /** A time that no method has of its own. */
    Duration positiveForAll(String key, Duration otherwise) {
        Duration found = read(settings.findForAll(key), SettingReader::positiveOf);
        return found == null ? otherwise : found;
    }

    /** Whether the cache is switched on, for all methods and for this one. */
    boolean isEnabled() {
        Boolean all = read(settings.findForAll("memoized.enabled"), SettingReader::flagOf);
        return (all == null || all) && flag("enabled", true);
    }

    private <T> @Nullable T read(@Nullable Setting setting, Function<String, @Nullable T> reading) {
        if (setting == null) {
            return null;
        }
        T value = reading.apply(setting.text());
        if (value == null) {
            problems.add("configuration", WiringMessage.SETTING_UNREADABLE, setting.text(), setting.key());
        }
        return value;
    }

    private static @Nullable Duration durationOf(String text) {
        return DurationText.read(text).orElse(null);
    }

    private static @Nullable Duration positiveOf(String text) {
        return DurationText.read(text).filter(duration -> !duration.isZero()).orElse(null);
    }

    private static @Nullable Double shareOf(String text) {
        boolean percent = text.endsWith("%");
        try {
            double number = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
            double share = percent ? number / 100 : number;
            return share >= 0 && share < 1 ? share : null;
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    private static @Nullable Integer countOf(String text) {
        try {
            int number = Integer.parseInt(text);
            return number > 0 ? number : null;
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    private static @Nullable Boolean flagOf(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }
}
