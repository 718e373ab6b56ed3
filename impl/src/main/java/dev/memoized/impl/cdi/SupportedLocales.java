package dev.memoized.impl.cdi;

import static java.util.Comparator.comparing;

import dev.memoized.impl.config.Settings;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.Problems;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The locales that an application speaks: what a request asks for is narrowed to one of them.
 *
 * @param locales empty when it does not say; the first one is the default
 */
record SupportedLocales(List<Locale> locales) {
    static final String SETTING = "memoized.locales";

    private static final Pattern COMMA = Pattern.compile(",");
    private static final String ANY = "*";

    /**
     * Those that are set.
     *
     * @param problems takes each unreadable tag; then the others hold
     */
    static SupportedLocales read(Settings settings, Problems problems) {
        List<Locale> locales = new ArrayList<>();
        String text = settings.find(SETTING);
        if (text != null) {
            for (String tag : COMMA.split(text, -1)) {
                localeOf(tag.strip())
                        .ifPresentOrElse(
                                locales::add,
                                () -> problems.add(
                                        "configuration", WiringMessage.LOCALE_UNREADABLE, tag.strip(), SETTING));
            }
        }
        return new SupportedLocales(List.copyOf(locales));
    }

    private static Optional<Locale> localeOf(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return locale.getLanguage().isEmpty() ? Optional.empty() : Optional.of(locale);
        } catch (IllformedLocaleException unreadable) {
            return Optional.empty();
        }
    }

    /** The one that holds where nobody asks, and where nothing fits. */
    Locale otherwise() {
        return locales.isEmpty() ? Locale.getDefault() : locales.get(0);
    }

    /**
     * The one for a request, by the look-up of RFC 4647.
     *
     * @param header {@code "fr-CH, fr;q=0.9, *;q=0.5"}; parts that cannot be read are passed over
     */
    Locale narrow(@Nullable String header) {
        if (header == null) {
            return otherwise();
        }
        List<LanguageRange> accepted = COMMA.splitAsStream(header)
                .flatMap(SupportedLocales::ranges)
                .sorted(comparing(LanguageRange::getWeight).reversed())
                .toList();
        Locale found = locales.isEmpty() ? firstOf(accepted) : Locale.lookup(accepted, locales);
        return found == null ? otherwise() : found;
    }

    /** One part of a header, and what means the same. */
    private static Stream<LanguageRange> ranges(String part) {
        try {
            return LanguageRange.parse(part.strip()).stream();
        } catch (RuntimeException unreadable) { // of several kinds: "-" is an index out of bounds
            return Stream.empty();
        }
    }

    private static @Nullable Locale firstOf(List<LanguageRange> accepted) {
        return accepted.stream()
                .filter(range -> range.getWeight() > 0 && !range.getRange().equals(ANY))
                .map(range -> plain(Locale.forLanguageTag(range.getRange())))
                .filter(locale -> !locale.getLanguage().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static Locale plain(Locale locale) {
        return new Locale.Builder()
                .setLanguage(locale.getLanguage())
                .setScript(locale.getScript())
                .setRegion(locale.getCountry())
                .build();
    }
}
