package dev.memoized.infinispan.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.sasl.AuthorizeCallback;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslException;
import javax.security.sasl.SaslServer;
import org.infinispan.server.core.security.sasl.SaslAuthenticator;
import org.infinispan.server.hotrod.configuration.HotRodServerConfigurationBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that asks who is there, and one whose certificate is that of {@code localhost}, not of {@code 127.0.0.1}. */
@Timeout(120)
class SecuredTest {
    private static final String SECRET = "certain-secret";
    private static final String REALM = "com.sun.security.sasl.digest.realm";

    @TempDir
    static Path folder;

    private static Server asking;
    private static Server encrypted;

    @BeforeAll
    static void start() throws Exception {
        asking = new Server(SecuredTest::ask);
        asking.start();
        certify();
        encrypted = new Server(SecuredTest::encrypt);
        encrypted.start();
    }

    @AfterAll
    static void stop() throws IOException {
        asking.close();
        encrypted.close();
    }

    private static void ask(HotRodServerConfigurationBuilder open) {
        open.authentication()
                .enable()
                .sasl()
                .serverName("infinispan")
                .addAllowedMech("DIGEST-MD5")
                .addMechProperty(REALM, "default")
                .authenticator(new SaslAuthenticator() {
                    @Override
                    public SaslServer createSaslServer(
                            String mechanism,
                            List<java.security.Principal> principals,
                            String protocol,
                            String serverName,
                            Map<String, String> properties)
                            throws SaslException {
                        CallbackHandler knows = SecuredTest::knows;
                        return Sasl.createSaslServer(mechanism, protocol, serverName, properties, knows);
                    }
                });
    }

    private static void knows(Callback... questions) {
        for (Callback each : questions) {
            if (each instanceof PasswordCallback password) {
                password.setPassword(SECRET.toCharArray());
            } else if (each instanceof AuthorizeCallback authorize) {
                authorize.setAuthorized(true);
            }
        }
    }

    private static void certify() throws Exception {
        String words = "-genkeypair -alias server -keyalg EC -dname CN=server -ext san=dns:localhost -storetype PKCS12";
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words.split(" ")));
        command.addAll(List.of("-storepass", SECRET, "-keystore", keyStore().toString()));
        Process made = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(made.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(made.exitValue()).isZero();
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "server",
                KeyStore.getInstance(keyStore().toFile(), SECRET.toCharArray()).getCertificate("server"));
        try (OutputStream out = Files.newOutputStream(trustStore())) {
            trusted.store(out, SECRET.toCharArray());
        }
    }

    private static Path keyStore() {
        return folder.resolve("key.p12");
    }

    private static Path trustStore() {
        return folder.resolve("trust.p12");
    }

    private static void encrypt(HotRodServerConfigurationBuilder open) {
        open.ssl()
                .enable()
                .keyStoreFileName(keyStore().toString())
                .keyStoreType("PKCS12")
                .keyStorePassword(SECRET.toCharArray());
    }

    private static InfinispanRemoteBackend asked(String password) {
        String uri = "hotrod://user:" + password + "@127.0.0.1:" + asking.port() + "?sasl_mechanism=DIGEST-MD5";
        return Said.backend(Server.settings(uri));
    }

    private static InfinispanRemoteBackend encrypted(String host, String... more) {
        return Said.backend(Server.settings("hotrods://" + host + ":" + encrypted.port(), more));
    }

    private static String[] trusting() {
        return new String[] {"trust-store", trustStore().toString(), "trust-store-password", SECRET};
    }

    private static void assertWorks(InfinispanRemoteBackend backend) {
        try (backend) {
            Said.put(backend, "value");
            assertThat(Said.read(backend)).isEqualTo("value");
        }
    }

    private static void assertRefused(InfinispanRemoteBackend backend, String message) {
        try (backend) {
            assertThatThrownBy(() -> Said.read(backend))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining(message)
                    .hasNoCause();
        }
    }

    @Test
    void rightPassword_isTaken() {
        assertWorks(asked(SECRET));
    }

    @Test
    void wrongPassword_isSaidToBe_andNotSaid() {
        assertRefused(asked("guessed"), "the server does not know this user with this password");
    }

    @Test
    void noPassword_isSaidToBeMissing() {
        assertRefused(
                Said.backend(Server.settings(asking.uri())), "the server does not know this user with this password");
    }

    @Test
    void trustedCertificate_isTaken() {
        assertWorks(encrypted("localhost", trusting()));
    }

    @Test
    void certificateOfAnotherHost_isRefused() {
        assertRefused(encrypted("127.0.0.1", trusting()), "certificate is not trusted");
    }

    @Test
    void unknownCertificate_isRefused() {
        assertRefused(encrypted("localhost"), "certificate is not trusted");
    }
}
