package dev.memoized.impl.plan;

import dev.memoized.impl.config.DurationText;
import dev.memoized.impl.config.MethodSettings;
import dev.memoized.impl.config.Property;
import dev.memoized.impl.config.Setting;
import dev.memoized.impl.log.WiringMessage;
import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads settings of one method; what cannot be read is a problem, and then the default holds. */
final class SettingReader {
    /** Quotes are in no name: one ends the prefix. */
    private static final Pattern PREFIX = Pattern.compile("[^\\p{Cntrl}\"']{1,100}");

    private final MethodSettings settings;
    private final Problems problems;

    SettingReader(MethodSettings settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** A time that may be zero. */
    @Nullable
    Duration duration(Property property) {
        return read(settings.find(property), SettingReader::durationOf);
    }

    /** A time that may not. */
    Duration positive(Property property, Duration otherwise) {
        Duration found = read(settings.find(property), SettingReader::positiveOf);
        return found == null ? otherwise : found;
    }

    /** Seconds that may not be fewer. */
    Duration seconds(Property property, int least, Duration otherwise) {
        Duration found = positive(property, otherwise);
        Setting setting = settings.find(property);
        if (setting != null && found.toSeconds() < least) {
            problems.add("configuration", WiringMessage.SETTING_TOO_SHORT, setting.text(), setting.key(), least);
            return otherwise;
        }
        return found;
    }

    /** {@code 5%} or {@code 0.05}; below one. */
    double share(Property property, double otherwise) {
        Double found = read(settings.find(property), SettingReader::shareOf);
        return found == null ? otherwise : found;
    }

    /** Off when nothing is set. */
    boolean flag(Property property) {
        Boolean found = read(settings.find(property), SettingReader::flagOf);
        return found != null && found;
    }

    @Nullable
    String text(Property property) {
        Setting found = settings.find(property);
        return found == null ? null : found.text();
    }

    /** A word that names may begin with; empty when nothing is set. */
    String prefix(Property property) {
        String found = read(settings.find(property), SettingReader::prefixOf);
        return found == null ? "" : found;
    }

    /** A whole number greater than zero. */
    int count(Property property, int otherwise) {
        Integer found = read(settings.find(property), SettingReader::countOf);
        return found == null ? otherwise : found;
    }

    /** Whether the cache is switched on, for all methods and for this one. */
    boolean isEnabled() {
        Boolean all = read(settings.common(Property.ENABLED), SettingReader::flagOf);
        Boolean own = read(settings.own(Property.ENABLED), SettingReader::flagOf);
        return (all == null || all) && (own == null || own);
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
        Double number = numberOf(text);
        return number != null && number >= 0 && number < 1 ? number : null;
    }

    /** {@code 0.05} or {@code 5%}. */
    static @Nullable Double numberOf(String text) {
        boolean percent = text.endsWith("%");
        try {
            double number = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
            return percent ? number / 100 : number;
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    private static @Nullable String prefixOf(String text) {
        return PREFIX.matcher(text).matches() ? text : null;
    }

    private static @Nullable Integer countOf(String text) {
        try {
            int number = Integer.parseInt(text);
            return number > 0 ? number : null;
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    static @Nullable Boolean flagOf(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }
}
