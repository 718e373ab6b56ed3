package dev.memoized.impl.local;

import dev.memoized.spi.BackendProvider;
import dev.memoized.spi.BackendSettings;
import dev.memoized.spi.CacheBackend;

/** Makes backends in memory. */
public final class LocalProvider implements BackendProvider {

    /** For the service loader. */
    public LocalProvider() {}

    @Override
    public String type() {
        return "local";
    }

    @Override
    public CacheBackend create(BackendSettings settings) {
        return new LocalBackend(settings.time());
    }
}
