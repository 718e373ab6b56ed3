package dev.memoized.impl.plan;

import dev.memoized.impl.config.MethodSettings;
import dev.memoized.impl.config.Property;
import dev.memoized.impl.config.Settings;
import java.time.Duration;
import java.util.List;

/** Reads what holds for all methods, where there may be none. */
public final class CommonSettings {
    private static final int REFRESHES_AT_MOST = 1_000;

    private final SettingReader settings;

    /**
     * Of an application.
     *
     * @param problems takes what is unreadable; then the default holds
     */
    public CommonSettings(Settings settings, Problems problems) {
        this.settings = new SettingReader(MethodSettings.ofAll(settings), problems);
    }

    /** Reads all of them. */
    public static void check(Settings settings, Problems problems) {
        CommonSettings common = new CommonSettings(settings, problems);
        common.isDetectingMutation();
        common.refreshesAtMost();
        common.check();
        ConfiguredMembers.checkCommon(settings, problems);
    }

    private void check() {
        settings.isEnabled();
        settings.share(Property.JITTER, 0);
        settings.duration(Property.NULL_EXPIRE_AFTER);
        for (Property each : List.of(Property.LONGEST_COMPUTATION, Property.RETRY_AFTER, Property.RETRY_AT_MOST)) {
            settings.positive(each, Duration.ZERO);
        }
        for (Property each : List.of(Property.MAXIMUM_SIZE, Property.MAXIMUM_VALUE_SIZE)) {
            settings.count(each, 1);
        }
        settings.flag(Property.COPY);
        settings.flag(Property.LOG);
    }

    /** Whether values are watched for changes: for tests. */
    public boolean isDetectingMutation() {
        return settings.flag(Property.DETECT_MUTATION);
    }

    /** How many renewals may be queued or running. */
    public int refreshesAtMost() {
        return settings.count(Property.REFRESHES_AT_MOST, REFRESHES_AT_MOST);
    }
}
