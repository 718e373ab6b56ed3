package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.memoized.BackendException;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS only, and whose certificate is that of {@code localhost}, not of {@code 127.0.0.1}. */
class TlsTest {
    private static final String RIGHT = "localhost";
    private static final String WRONG = "127.0.0.1";
    private static final String SECRET = "user-secret";

    @TempDir
    static Path folder;

    private static Certificate certificate;
    private static RedisProcess server;
    private static RedisProcess suspicious;
    private static int port;
    private static int suspiciousPort;

    private final SystemTime time = new SystemTime();

    @BeforeAll
    static void start() throws Exception {
        certificate = Certificate.of("dns:localhost", folder);
        port = RedisServer.freePort();
        suspiciousPort = RedisServer.freePort();
        server = started("trusting", port, "no");
        suspicious = started("suspicious", suspiciousPort, "yes");
    }

    private static RedisProcess started(String name, int port, String authenticates) throws Exception {
        Path own = Files.createDirectory(folder.resolve(name));
        RedisProcess started = new RedisProcess(
                own,
                "redis-server",
                ("--bind 127.0.0.1 --port 0 --tls-port %s --tls-auth-clients %s --dir %s --tls-cert-file %s"
                                + " --tls-key-file %s --tls-ca-cert-file %s --requirepass %s")
                        .formatted(
                                port,
                                authenticates,
                                own,
                                certificate.pem(),
                                certificate.key(),
                                certificate.pem(),
                                SECRET)
                        .split(" "));
        started.start(() -> started.log().contains("Ready to accept connections"));
        return started;
    }

    @AfterAll
    static void stop() {
        server.close();
        suspicious.close();
    }

    private static Map<String, String> settings(String host, int port) {
        Map<String, String> set = new HashMap<>();
        set.put("uri", "rediss://default:%s@%s:%s".formatted(SECRET, host, port));
        set.put("socket-timeout", "PT20S");
        set.put("trust-store", certificate.trustStore().toString());
        set.put("trust-store-password", Certificate.PASSWORD);
        return set;
    }

    private static Store<byte[]> open(ByteBackend backend) {
        return backend.open(new Namespace("books", "", 10, Object::toString));
    }

    private Entry<byte[]> entry(String value) {
        return Entry.of(value.getBytes(UTF_8), time.nanos(), Set.of());
    }

    private void assertThatItIsRefused(Map<String, String> set) {
        try (ByteBackend backend = Given.backend(set)) {
            Store<byte[]> store = open(backend);
            assertThatThrownBy(() -> store.read("key", time.nanos()))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("TLS")
                    .hasMessageNotContaining("secret");
            assertThatThrownBy(() -> store.put("key", entry("value"), Store.FOREVER))
                    .isInstanceOf(BackendException.class);
        }
    }

    @Test
    void C62_certificateOfThisHost_isTrusted_byTheChannelToo() {
        try (ByteBackend here = Given.backend(settings(RIGHT, port));
                ByteBackend there = Given.backend(settings(RIGHT, port))) {
            open(there).put("key", entry("value"), Store.FOREVER);
            assertThat(open(here).read("key", time.nanos())).isNotNull();
            Lease lease = Bench.lease(open(here), "leased");
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                open(there).invalidate("leased");
                return lease.isVoid();
            });
        }
    }

    /** The client that does not verify names is the one that this kills. */
    @Test
    void C62_certificateOfAnotherHost_isRefused() {
        assertThatItIsRefused(settings(WRONG, port));
    }

    @Test
    void certificateThatTheJvmDoesNotTrust_isRefused() {
        Map<String, String> set = settings(RIGHT, port);
        set.remove("trust-store");
        assertThatItIsRefused(set);
    }

    @Test
    void serverThatWantsACertificate_isShownIt() {
        Map<String, String> set = settings(RIGHT, suspiciousPort);
        try (ByteBackend stranger = Given.backend(set)) {
            Store<byte[]> store = open(stranger);
            assertThatThrownBy(() -> store.read("key", time.nanos())).isInstanceOf(BackendException.class);
        }
        set.put("key-store", certificate.keyStore().toString());
        set.put("key-store-password", Certificate.PASSWORD);
        try (ByteBackend backend = Given.backend(set)) {
            assertThat(open(backend).put("key", entry("value"), Store.FOREVER)).isTrue();
        }
    }

    @Test
    void connectionWithoutTls_isTold() {
        Map<String, String> set = settings(RIGHT, port);
        set.put("uri", set.get("uri").replace("rediss:", "redis:"));
        try (ByteBackend backend = Given.backend(set)) {
            Store<byte[]> store = open(backend);
            assertThatThrownBy(() -> store.read("key", time.nanos()))
                    .isInstanceOf(BackendException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void storesThatCannotBeRead_areRefusedAtOnce() {
        for (String property : new String[] {"trust-store", "key-store"}) {
            Map<String, String> set = settings(RIGHT, port);
            set.put(property, folder.resolve("nowhere").toString());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Given.backend(set))
                    .withMessageStartingWith(property + ": ");
        }
        Map<String, String> set = settings(RIGHT, port);
        set.put("trust-store-password", "another-secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Given.backend(set))
                .withMessageStartingWith("trust-store")
                .withMessageNotContaining("another-secret");
    }
}
