package dev.memoized.infinispan;

import dev.memoized.spi.TimeSource;
import dev.memoized.testing.GivenSettings;
import java.util.Map;

/** Backends of settings, as configuration makes them. */
final class Said {
    private static final InfinispanProvider PROVIDER = new InfinispanProvider();

    private Said() {}

    static InfinispanBackend backend(Map<String, String> set) {
        return (InfinispanBackend) PROVIDER.create(new GivenSettings(PROVIDER, set, TimeSource.ofMachine()));
    }
}
