package dev.memoized.it.helidon;

import dev.memoized.Memoized;
import dev.memoized.it.application.Vault;
import jakarta.enterprise.context.ApplicationScoped;

/** Guarded by an interceptor of the application: Helidon's security knows resources only. */
@ApplicationScoped
@ForReaders
public class BeanVault implements Vault {

    @Override
    @Memoized(name = NAME)
    public String remembered(String key) {
        return key;
    }

    @Override
    public String plain(String key) {
        return key;
    }
}
