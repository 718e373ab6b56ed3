package dev.memoized.impl.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code "90s"}, {@code "1h30m"}, {@code "500ms"} and ISO-8601's {@code "PT1H"}. */
public final class DurationText {
    private static final Pattern PART = Pattern.compile("(\\d{1,18})\\s*(ns|us|ms|s|m|h|d)");

    private DurationText() {}

    /**
     * Reads a duration.
     *
     * @param text what somebody wrote
     * @return empty when it is none, negative, or longer than 292 years
     */
    public static Optional<Duration> read(String text) {
        String trimmed = text.trim();
        try {
            Duration duration =
                    trimmed.startsWith("P") || trimmed.startsWith("p") ? Duration.parse(trimmed) : sum(trimmed);
            return duration.isNegative() ? Optional.empty() : Optional.of(Duration.ofNanos(duration.toNanos()));
        } catch (DateTimeParseException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }

    private static Duration sum(String text) {
        Matcher part = PART.matcher(text);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
            end = part.end();
        }
        if (end == 0 || end < text.length()) {
            throw new DateTimeParseException("no duration", text, end);
        }
        return sum;
    }

    private static Duration unit(String name) {
        return switch (name) {
            case "ns" -> Duration.ofNanos(1);
            case "us" -> Duration.ofNanos(1_000);
            case "ms" -> Duration.ofMillis(1);
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }
}
