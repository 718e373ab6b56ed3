package dev.memoized.it.quarkus.http;

import dev.memoized.Memoized;
import dev.memoized.it.application.Vault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** Guarded by Quarkus' own interceptor, which is outside of memoizing. */
@ApplicationScoped
@RolesAllowed("reader")
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
