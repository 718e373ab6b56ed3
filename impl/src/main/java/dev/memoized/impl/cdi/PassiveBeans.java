package dev.memoized.impl.cdi;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.PassivationCapable;
import org.jspecify.annotations.Nullable;

/** How an interceptor that went to sleep finds its bean again. */
final class PassiveBeans {
    private PassiveBeans() {}

    static @Nullable String idOf(Bean<?> bean) {
        return bean instanceof PassivationCapable passive ? passive.getId() : null;
    }
}
