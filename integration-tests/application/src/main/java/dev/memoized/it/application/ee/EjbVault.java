package dev.memoized.it.application.ee;

import dev.memoized.it.application.Vault;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** A session bean: the container asks for the role before it calls the bean that remembers. */
@Stateless
@RolesAllowed("reader")
public class EjbVault implements Vault {
    @Inject
    private Papers papers;

    @Override
    public String remembered(String key) {
        return papers.named(key);
    }

    @Override
    public String plain(String key) {
        return key;
    }
}
