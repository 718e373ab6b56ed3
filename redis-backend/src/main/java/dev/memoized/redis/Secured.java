package dev.memoized.redis;

import dev.memoized.spi.BackendSettings;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.SslOptions;

/** Whom connections by TLS trust, and what they show of themselves; the name of the host is always verified. */
final class Secured {
    private static final String TRUST_STORE = "trust-store";
    private static final String TRUST_STORE_PASSWORD = "trust-store-password";
    private static final String KEY_STORE = "key-store";
    private static final String KEY_STORE_PASSWORD = "key-store-password";

    private Secured() {}

    static Set<String> properties() {
        return Set.of(TRUST_STORE, TRUST_STORE_PASSWORD, KEY_STORE, KEY_STORE_PASSWORD);
    }

    /** Of the JVM where nothing is set. */
    static SslOptions options(BackendSettings settings) {
        SslOptions.Builder options = SslOptions.builder();
        settings.text(TRUST_STORE).map(path -> file(TRUST_STORE, path)).ifPresent(file -> options.trustStoreType(
                        KeyStore.getDefaultType())
                .truststore(file, password(settings, TRUST_STORE_PASSWORD)));
        settings.text(KEY_STORE).map(path -> file(KEY_STORE, path)).ifPresent(file -> options.keyStoreType(
                        KeyStore.getDefaultType())
                .keystore(file, password(settings, KEY_STORE_PASSWORD)));
        return checked(options.build());
    }

    private static File file(String property, String path) {
        File file = new File(path);
        if (!file.isFile() || !file.canRead()) {
            throw new IllegalArgumentException(property + ": no file that can be read");
        }
        return file;
    }

    private static char[] password(BackendSettings settings, String property) {
        return settings.text(property).orElse("").toCharArray();
    }

    /** Stores are read for each connection: whoever renews a certificate need not start the application again. */
    private static SslOptions checked(SslOptions options) {
        try {
            options.createSslContext();
            return options;
        } catch (IOException | GeneralSecurityException odd) {
            throw new IllegalArgumentException(
                    "trust-store, key-store: no key store, or of another password: "
                            + Optional.ofNullable(odd.getMessage()).orElse(odd.toString()),
                    odd);
        }
    }
}
