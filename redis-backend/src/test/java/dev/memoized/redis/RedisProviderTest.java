package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.memoized.BackendException;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.BackendProvider;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import dev.memoized.testing.Fault;
import dev.memoized.testing.FaultProxy;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.HostAndPort;

class RedisProviderTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private static final Namespace BOOKS = new Namespace("books", "", 10, Object::toString);

    private final TimeSource time = new SystemTime();

    private CacheBackend create(Map<String, String> set) {
        return Given.backend(set, time);
    }

    @Test
    void provider_isFoundByItsType() {
        assertThat(ServiceLoader.load(BackendProvider.class))
                .extracting(BackendProvider::type)
                .contains("redis");
    }

    @Test
    void backend_keepsWhatOthersAtTheSameServerRead() {
        try (CacheBackend one = create(Map.of("uri", SERVER.uri()));
                CacheBackend other = create(Map.of("uri", SERVER.uri() + "/0"))) {
            put(one, "shared");
            assertThat(read(other)).isEqualTo("shared");
        }
    }

    @Test
    void backendsWithOtherPrefixesOrDatabases_shareNothing() {
        try (CacheBackend one = create(Map.of("uri", SERVER.uri(), "key-prefix", "one"));
                CacheBackend prefix = create(Map.of("uri", SERVER.uri(), "key-prefix", "other"));
                CacheBackend database = create(Map.of("uri", SERVER.uri() + "/1", "key-prefix", "one"))) {
            put(one, "mine");
            assertThat(read(prefix)).isNull();
            assertThat(read(database)).isNull();
        }
    }

    @Test
    void unreachableServer_failsWithoutConnectingBefore() {
        try (CacheBackend nowhere =
                create(Map.of("uri", "redis://user:secret@127.0.0.1:1", "socket-timeout", "PT1S"))) {
            assertThatThrownBy(() -> read(nowhere))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("cannot be reached")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void wrongPassword_isTold() {
        try (CacheBackend stranger = create(Map.of("uri", SERVER.uri().replace("//", "//somebody:secret@")))) {
            assertThatThrownBy(() -> read(stranger))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("WRONGPASS")
                    .hasMessageNotContaining("secret");
        }
    }

    /** As when a firewall has forgotten it: nobody says that it has ended. */
    @Test
    void C09_channelThatLeadsNowhere_isListenedToAnew() {
        HostAndPort server = SERVER.address();
        Names names = new Names("nowhere", 0);
        try (FaultProxy proxy = new FaultProxy(new InetSocketAddress(server.getHost(), server.getPort()));
                CacheBackend here =
                        create(Map.of("uri", "redis://127.0.0.1:" + proxy.port(), "key-prefix", "nowhere"));
                CacheBackend there = create(Map.of("uri", SERVER.uri(), "key-prefix", "nowhere"))) {
            Lease lease = Bench.lease(open(here), "key");
            await().atMost(Duration.ofSeconds(30)).until(() -> SERVER.listeners(names.channel()) == 1);
            proxy.set(Fault.BLACK_HOLE, 1);
            open(there).invalidate("key");
            proxy.awaitCount(Fault.BLACK_HOLE, 1);
            proxy.work();

            await().atMost(Duration.ofSeconds(30)).until(lease::isVoid);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "http://:secret@localhost:1",
                "redis://secret",
                "redis:// secret:1",
                "redis://host:1/secret",
                "redis-cluster://host:1/1",
                "redis-cluster://",
                "redis-cluster://:secret@host:1,host"
            })
    void uriOfAnotherForm_isRefusedWithoutSayingIt(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(Map.of("uri", uri)))
                .withMessageStartingWith("uri: ")
                .withMessageNotContaining("secret")
                .withNoCause();
    }

    @Test
    void settingsThatCannotWork_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(Map.of("connections", "0")))
                .withMessageStartingWith("connections: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(Map.of("socket-timeout", "PT0S")))
                .withMessageStartingWith("socket-timeout: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(Map.of("key-prefix", "{shop}")))
                .withMessageStartingWith("key-prefix: ");
    }

    private void put(CacheBackend backend, String value) {
        open(backend).put("key", Entry.of(value.getBytes(UTF_8), time.nanos(), Set.of()), Store.FOREVER);
    }

    private String read(CacheBackend backend) {
        Entry<byte[]> entry = open(backend).read("key", time.nanos());
        return entry == null ? null : new String(entry.value(), UTF_8);
    }

    private static Store<byte[]> open(CacheBackend backend) {
        return ((ByteBackend) backend).open(BOOKS);
    }
}
