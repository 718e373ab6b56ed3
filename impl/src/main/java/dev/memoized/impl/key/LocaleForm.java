package dev.memoized.impl.key;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** How a locale is written: by its parts, because its text joins them ambiguously. */
final class LocaleForm {
    // Until JDK 17, and later by a system property, Locale turned the new codes into the old ones.
    private static final Map<String, String> NEW_CODES = Map.of("iw", "he", "in", "id", "ji", "yi");

    private LocaleForm() {}

    static void write(Locale locale, CanonicalBytes out) {
        String language = locale.getLanguage();
        out.tag('l').text(NEW_CODES.getOrDefault(language, language));
        out.text(locale.getScript()).text(locale.getCountry()).text(locale.getVariant());
        out.number(locale.getExtensionKeys().size());
        for (char key : new TreeSet<>(locale.getExtensionKeys())) {
            out.raw(key, Character.BYTES).text(locale.getExtension(key));
        }
    }
}
