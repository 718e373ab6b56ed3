package dev.memoized.impl.plan;

import dev.memoized.impl.config.Settings;
import dev.memoized.impl.log.WiringMessage;

/** A setting that is true or false. */
public final class Switch {
    private Switch() {}

    /**
     * Whether it is on.
     *
     * @param problems takes an unreadable setting; then it is off
     */
    public static boolean isOn(String key, Settings settings, Problems problems) {
        String text = settings.find(key);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            problems.add("configuration", WiringMessage.SETTING_UNREADABLE, text, key);
        }
        return "true".equals(text);
    }
}
