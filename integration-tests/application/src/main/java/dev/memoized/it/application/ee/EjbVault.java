package dev.memoized.it.application.ee;

import dev.memoized.Memoized;
import dev.memoized.it.application.Vault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** A session bean: the container asks for the role before any interceptor is called. */
@Stateless
@RolesAllowed("reader")
public class EjbVault implements Vault {

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
