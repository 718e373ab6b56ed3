package dev.memoized.impl.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Cache;
import dev.memoized.impl.log.HeardLog;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.MemoryByteBackend;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings of a backend, as they work. */
class StoringSettingsTest {
    private static final String KEY = "4111-1111-1111-1111";

    private final ManualClock clock = new ManualClock();

    private ServiceRig rig(String setting, String text) {
        return new ServiceRig(
                clock,
                new HandExecutor(),
                Map.of("", new MemoryByteBackend(clock, 100_000)),
                Map.of("memoized.backend.default." + setting, text)::get);
    }

    @Test
    void maximumValueSize_isKept() {
        try (ServiceRig rig = rig("maximum-value-size", "200")) {
            Cache<Object> cache = rig.service();
            assertThat(cache.set(KEY, "x".repeat(50))).isTrue();
            assertThat(cache.set(KEY, "x".repeat(201))).isFalse();
            assertThat(cache.hasKey(KEY)).isFalse();
        }
    }

    @Test
    void log_tellsOperationsWithoutKeys() {
        try (ServiceRig rig = rig("log", "true");
                HeardLog heard = HeardLog.open()) {
            rig.service().set(KEY, KEY);
            rig.service().get(KEY);
            assertThat(heard.texts())
                    .anyMatch(text -> text.contains("MEMO0344 cache: put"))
                    .anyMatch(text -> text.contains("MEMO0344 cache: read"))
                    .noneMatch(text -> text.contains(KEY));
        }
    }

    @Test
    void withoutLog_nothingIsTold() {
        try (ServiceRig rig = rig("log", "false");
                HeardLog heard = HeardLog.open()) {
            rig.service().get(KEY);
            assertThat(heard.texts()).noneMatch(text -> text.contains("MEMO0344"));
        }
    }
}
