package dev.memoized.impl.config;

import org.jspecify.annotations.Nullable;

/** A text that may stand for a setting: {@code ${key}} or {@code ${key:what else}}. */
public final class Expression {
    private Expression() {}

    /**
     * The text that an expression stands for.
     *
     * @param text any
     * @param settings where keys are looked up
     * @return the text itself when it is no expression; null when the key is not set and nothing else is given
     */
    public static @Nullable String resolve(String text, Settings settings) {
        String trimmed = text.trim();
        if (!trimmed.startsWith("${") || !trimmed.endsWith("}")) {
            return text;
        }
        String inside = trimmed.substring(2, trimmed.length() - 1);
        int colon = inside.indexOf(':');
        String key = (colon < 0 ? inside : inside.substring(0, colon)).trim();
        if (key.isEmpty()) {
            return text;
        }
        String found = settings.find(key);
        return found != null || colon < 0 ? found : inside.substring(colon + 1);
    }
}
