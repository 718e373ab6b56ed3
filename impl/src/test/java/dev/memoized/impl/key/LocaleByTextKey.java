package dev.memoized.impl.key;

import java.util.Locale;

/** Mutant: a locale is taken by its text. */
final class LocaleByTextKey extends ReplacingKey {
    @Override
    Object replaced(Object value) {
        return value instanceof Locale ? value.toString() : value;
    }
}
