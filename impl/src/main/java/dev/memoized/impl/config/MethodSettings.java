package dev.memoized.impl.config;

import org.jspecify.annotations.Nullable;

/**
 * The settings of one method: its own, else what holds for all.
 *
 * @param all where they are read
 * @param name the method's namespace
 */
public record MethodSettings(Settings all, String name) {
    private static final String OF_ALL = "memoized.default.";

    /**
     * A setting that is made.
     *
     * @param key by which it was found
     * @param text of it
     */
    public record Setting(String key, String text) {}

    /**
     * {@code memoized.method."<name>".<property>}, else {@code memoized.default.<property>}.
     *
     * @param property such as {@code jitter}
     * @return null when neither is set
     */
    public @Nullable Setting find(String property) {
        return find(property, OF_ALL + property);
    }

    /** The same where what holds for all has a key of another form. */
    public @Nullable Setting find(String property, String keyOfAll) {
        Setting own = at("memoized.method.\"" + name + "\"." + property);
        return own == null ? at(keyOfAll) : own;
    }

    /** A setting that no method has of its own. */
    public @Nullable Setting findForAll(String key) {
        return at(key);
    }

    private @Nullable Setting at(String key) {
        String text = all.find(key);
        return text == null ? null : new Setting(key, text.trim());
    }
}
