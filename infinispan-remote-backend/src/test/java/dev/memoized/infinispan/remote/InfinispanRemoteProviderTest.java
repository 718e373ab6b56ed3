package dev.memoized.infinispan.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.memoized.BackendException;
import dev.memoized.spi.BackendProvider;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import java.io.IOException;
import java.util.Map;
import java.util.ServiceLoader;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.client.hotrod.configuration.ConfigurationBuilder;
import org.infinispan.client.hotrod.configuration.NearCacheMode;
import org.infinispan.commons.dataconversion.MediaType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class InfinispanRemoteProviderTest {
    @RegisterExtension
    static final Server SERVER = new Server();

    private static Map<String, String> settings(String... more) {
        return Server.settings(SERVER.uri(), more);
    }

    private static void assertRefused(InfinispanRemoteBackend backend, String... words) {
        try (backend) {
            assertThatThrownBy(() -> Said.read(backend))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContainingAll(words);
        }
    }

    @Test
    void provider_isFoundByItsType() {
        assertThat(ServiceLoader.load(BackendProvider.class))
                .extracting(BackendProvider::type)
                .contains("infinispan-remote");
    }

    @Test
    void clientsOfOneServer_shareWhatTheyRemember() {
        try (InfinispanRemoteBackend one = Said.backend(settings());
                InfinispanRemoteBackend other = Said.backend(settings());
                InfinispanRemoteBackend stranger = Said.backend(settings("key-prefix", "other"))) {
            assertThat(one.capabilities()).containsExactly(Capability.SHARED);
            Said.put(one, "shared");
            assertThat(Said.read(other)).isEqualTo("shared");
            assertThat(Said.read(stranger)).isNull();
            other.open(Bench.books()).invalidate(Mark.tag("tag"), InvalidationMode.HARD);
            assertThat(Said.read(one)).isNull();
        }
    }

    @Test
    void givenClient_isUsed_andGoesOn() {
        try (RemoteCacheManager manager = SERVER.client()) {
            InfinispanRemoteBackend backend = InfinispanRemoteBackend.on(manager, Server.CACHE)
                    .prefix("given")
                    .build();
            Said.put(backend, "value");
            backend.close();
            backend.close();
            assertThatThrownBy(() -> Said.read(backend)).hasMessage("closed");

            RemoteCache<String, byte[]> cache = manager.getCache(Server.CACHE);
            try (InfinispanRemoteBackend again =
                    InfinispanRemoteBackend.on(cache).prefix("given").build()) {
                assertThat(Said.read(again)).isEqualTo("value");
            }
            assertThat(manager.isStarted()).isTrue();
        }
    }

    @Test
    void closedClients_leaveNoThread() throws IOException {
        try (InfinispanRemoteBackend one = Said.backend(settings())) {
            Said.put(one, "value");
        }
        try (Server none = new Server();
                InfinispanRemoteBackend refused = Said.backend(Server.settings(none.uri()))) {
            assertThatThrownBy(() -> Said.read(refused)).isInstanceOf(BackendException.class);
        }
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("HotRod-client")));
    }

    @Test
    void cacheThatTheServerLacks_isNamedWithACure() {
        assertRefused(Said.backend(settings("cache", "shop")), "no cache shop", "create it", "x-protostream");
    }

    @ParameterizedTest
    @CsvSource({"texts, text/plain", "bytes, application/octet-stream"})
    void cacheOfAnotherEncoding_isRefusedWithACure(String name, String type) {
        SERVER.define(name, MediaType.fromString(type));
        assertRefused(Said.backend(settings("cache", name)), name, "x-protostream");
    }

    @Test
    void cacheWithANearCache_isRefusedWithACure() {
        ConfigurationBuilder configuration = new ConfigurationBuilder();
        configuration.uri(SERVER.uri());
        configuration
                .remoteCache(Server.CACHE)
                .nearCacheMode(NearCacheMode.INVALIDATED)
                .nearCacheMaxEntries(10);
        try (RemoteCacheManager manager = new RemoteCacheManager(configuration.build())) {
            assertRefused(InfinispanRemoteBackend.on(manager, Server.CACHE).build(), "near cache");
        }
    }

    @Test
    void serverThatIsNotThere_isToldOfWithoutItsPassword_andTriedAgain() throws IOException {
        try (Server late = new Server()) {
            String uri = late.uri().replace("//", "//user:secret@");
            try (InfinispanRemoteBackend backend = Said.backend(Server.settings(uri))) {
                assertThatThrownBy(() -> Said.read(backend))
                        .isInstanceOf(BackendException.class)
                        .hasMessageContaining("no server is reached")
                        .hasMessageNotContaining("secret")
                        .hasNoCause();
            }
            try (InfinispanRemoteBackend backend = Said.backend(Server.settings(late.uri()))) {
                assertThatThrownBy(() -> Said.read(backend)).isInstanceOf(BackendException.class);
                late.start();
                Said.put(backend, "value");
                assertThat(Said.read(backend)).isEqualTo("value");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "uri, redis://localhost, 'uri: hotrod://user:password@host:port,host:port, or hotrods:// for TLS'",
        "uri, hotrod://user:secret@host:port, 'uri: hotrod://user:password@host:port,host:port, or hotrods:// for TLS'",
        "socket-timeout, PT0S, 'socket-timeout: from 1ms to 24 days'"
    })
    void oddSetting_isRefused_withoutItsPassword(String property, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Said.backend(Map.of(property, value)))
                .withMessage(message)
                .withNoCause();
    }

    @Test
    void trustStoreThatIsNotThere_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Said.backend(Map.of("uri", "hotrods://localhost", "trust-store", "none.p12")))
                .withMessage("trust-store: no file that can be read");
    }
}
