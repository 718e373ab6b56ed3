package dev.memoized.it.application.ee;

import dev.memoized.Memoized;
import dev.memoized.it.application.Vault;
import jakarta.enterprise.context.ApplicationScoped;

/** What lies in the vault. */
@ApplicationScoped
public class Papers {

    /** Remembered. */
    @Memoized(name = Vault.NAME)
    public String named(String key) {
        return key;
    }
}
