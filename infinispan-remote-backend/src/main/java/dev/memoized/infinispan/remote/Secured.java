package dev.memoized.infinispan.remote;

import dev.memoized.spi.BackendSettings;
import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom connections by TLS trust, and what they show of themselves. */
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
    static SSLContext context(BackendSettings settings) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown(settings), trusted(settings), null);
            return context;
        } catch (IOException | GeneralSecurityException odd) {
            throw new IllegalArgumentException(
                    "trust-store, key-store: no key store, or of another password: "
                            + Optional.ofNullable(odd.getMessage()).orElse(odd.toString()),
                    odd);
        }
    }

    private static TrustManager @Nullable [] trusted(BackendSettings settings)
            throws IOException, GeneralSecurityException {
        Optional<String> path = settings.text(TRUST_STORE);
        if (path.isEmpty()) {
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store(TRUST_STORE, path.get(), password(settings, TRUST_STORE_PASSWORD)));
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] shown(BackendSettings settings)
            throws IOException, GeneralSecurityException {
        Optional<String> path = settings.text(KEY_STORE);
        if (path.isEmpty()) {
            return null;
        }
        char[] password = password(settings, KEY_STORE_PASSWORD);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store(KEY_STORE, path.get(), password), password);
        return factory.getKeyManagers();
    }

    private static KeyStore store(String property, String path, char[] password)
            throws IOException, GeneralSecurityException {
        File file = new File(path);
        if (!file.isFile() || !file.canRead()) {
            throw new IllegalArgumentException(property + ": no file that can be read");
        }
        return KeyStore.getInstance(file, password);
    }

    private static char[] password(BackendSettings settings, String property) {
        return settings.text(property).orElse("").toCharArray();
    }
}
