package dev.memoized.impl.key;

import java.net.URI;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a URI is written: so that two texts are equal when {@link URI#equals} says so, which overlooks some cases. */
final class UriForm {
    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

    private UriForm() {}

    static void write(URI uri, CanonicalBytes out) {
        out.tag('r');
        part(lower(uri.getScheme()), out);
        part(uri.getRawFragment(), out);
        if (uri.isOpaque()) {
            part(uri.getRawSchemeSpecificPart(), out.tag('o'));
            return;
        }
        part(uri.getRawPath(), out.tag('h'));
        part(uri.getRawQuery(), out);
        if (uri.getHost() == null) {
            part(uri.getRawAuthority(), out.tag('a'));
            return;
        }
        part(lower(uri.getHost()), out.tag('s'));
        part(uri.getRawUserInfo(), out);
        out.number(uri.getPort());
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    private static void part(@Nullable String part, CanonicalBytes out) {
        if (part == null) {
            out.tag('-');
        } else {
            out.tag('+').text(ESCAPE.matcher(part).replaceAll(UriForm::upper));
        }
    }

    private static String upper(MatchResult escape) {
        return escape.group().toUpperCase(Locale.ROOT);
    }
}
