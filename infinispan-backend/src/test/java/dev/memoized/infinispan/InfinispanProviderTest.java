package dev.memoized.infinispan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.spi.BackendProvider;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class InfinispanProviderTest {
    private static final TimeSource TIME = TimeSource.ofMachine();

    private static void put(InfinispanBackend backend, String value) {
        Entry<byte[]> entry = Entry.of(value.getBytes(UTF_8), TIME.nanos(), Set.of("tag"));
        assertThat(store(backend).put("key", entry, Bench.LIFE)).isTrue();
    }

    private static @Nullable String read(InfinispanBackend backend) {
        Entry<byte[]> entry = store(backend).read("key", TIME.nanos());
        return entry == null || entry.value() == null ? null : new String(entry.value(), UTF_8);
    }

    private static Store<byte[]> store(InfinispanBackend backend) {
        return backend.open(Bench.books());
    }

    @Test
    void provider_isFoundByItsType() {
        assertThat(ServiceLoader.load(BackendProvider.class))
                .extracting(BackendProvider::type)
                .contains("infinispan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"replicated", "distributed"})
    void membersWithOneListOfHosts_shareWhatTheyRemember(String mode) {
        List<Integer> ports = Cluster.freePorts(2);
        String hosts = "127.0.0.1:" + ports.get(0) + ", 127.0.0.1:" + ports.get(1);
        try (InfinispanBackend one = Said.backend(member(mode, hosts, ports.get(0)));
                InfinispanBackend other = Said.backend(member(mode, hosts, ports.get(1)))) {
            assertThat(one.capabilities()).containsExactly(Capability.SHARED);
            put(one, "shared");
            assertThat(read(other)).isEqualTo("shared");
            store(other).invalidate(Mark.tag("tag"), InvalidationMode.HARD);
            assertThat(read(one)).isNull();
        }
    }

    private static Map<String, String> member(String mode, String hosts, int port) {
        return Map.of("mode", mode, "hosts", hosts, "bind-address", "127.0.0.1", "bind-port", "" + port, "owners", "1");
    }

    @Test
    void clusteredLocks_areTakenInAStackOfOnesOwn() {
        Map<String, String> stack = Map.of("stack", "alone.xml", "cluster", "locks", "single-flight", "clustered-lock");
        try (InfinispanBackend one = Said.backend(stack)) {
            assertThat(store(one).lease("key", Bench.LIFE, true)).isInstanceOf(LeaseAnswer.Granted.class);
            assertThat(store(one).lease("key", Bench.LIFE, true)).isInstanceOf(LeaseAnswer.Busy.class);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Said.backend(Map.of("mode", "local", "single-flight", "clustered-lock")))
                .withMessage("single-flight: clustered-lock needs a cluster; see mode");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Said.backend(
                        Map.of("stack", "alone.xml", "single-flight", "clustered-lock", "lock-wait", "PT0S")))
                .withMessage("lock-wait: at least 1ms");
    }

    @Test
    void stackOfOnesOwn_isUsed() {
        Map<String, String> stack = Map.of("stack", "alone.xml", "cluster", "other");
        try (InfinispanBackend one = Said.backend(stack)) {
            put(one, "value");
            assertThat(read(one)).isEqualTo("value");
        }
    }

    @Test
    void localOne_sharesNothing() {
        try (InfinispanBackend one = Said.backend(Map.of("mode", "local"));
                InfinispanBackend other = Said.backend(Map.of("mode", "local"))) {
            assertThat(one.capabilities()).isEmpty();
            put(one, "mine");
            assertThat(read(one)).isEqualTo("mine");
            assertThat(read(other)).isNull();
        }
    }

    @Test
    void capacity_boundsWhatAMemberKeeps() {
        try (InfinispanBackend one = Said.backend(Map.of("mode", "local", "capacity", "10"))) {
            for (int number = 0; number < 1_000; number++) {
                store(one).put("key-" + number, Entry.of(new byte[1], TIME.nanos(), Set.of()), Bench.LIFE);
            }
            long left = java.util.stream.IntStream.range(0, 1_000)
                    .filter(number -> store(one).read("key-" + number, TIME.nanos()) != null)
                    .count();
            assertThat(left).isBetween(1L, 10L);
        }
    }

    @Test
    void backendThatIsNotUsed_startsNothing() {
        Said.backend(Map.of("hosts", "no.such.host.example:1")).close();
    }

    @Test
    void startThatFailed_isTriedAgain() throws Exception {
        int port = Cluster.freePorts(1).get(0);
        Map<String, String> member = member("replicated", "127.0.0.1:" + port, port);
        try (InfinispanBackend backend = Said.backend(member)) {
            try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(taken.isBound()).isTrue();
                assertThatThrownBy(() -> read(backend)).isInstanceOf(BackendException.class);
            }
            put(backend, "value");
            assertThat(read(backend)).isEqualTo("value");
        }
    }

    @Test
    void closedBackend_saysSo() {
        InfinispanBackend backend = Said.backend(Map.of("mode", "local"));
        put(backend, "value");
        backend.close();
        backend.close();
        assertThatThrownBy(() -> read(backend))
                .isInstanceOf(BackendException.class)
                .hasMessage("closed");
    }

    @ParameterizedTest
    @CsvSource({
        "mode, mirrored, 'mode: local, replicated or distributed'",
        "hosts, , 'hosts: host:port,host:port of some members; or stack'",
        "hosts, one, 'hosts: host:port,host:port of some members; or stack'",
        "hosts, '\"/>:1', 'hosts: host:port,host:port of some members; or stack'",
        "bind-address, '\"/>', 'bind-address: an address of this machine'",
        "owners, 0, 'owners: at least 1'",
        "capacity, 0, 'capacity: at least 1'",
        "bind-port, 0, 'bind-port: from 1 to 65435'",
        "bind-port, 65500, 'bind-port: from 1 to 65435'",
        "cache, ldap://host/cache, 'cache: a JNDI name that begins with java:'",
        "single-flight, lock, 'single-flight: lease or clustered-lock'",
        "marks-cache, java:jboss/marks, 'marks-cache: only with cache'"
    })
    void oddSetting_isRefused(String property, @Nullable String value, String message) {
        Map<String, String> set = new HashMap<>(Map.of("hosts", "127.0.0.1:7800"));
        set.put(property, value == null ? "" : value);
        assertThatIllegalArgumentException().isThrownBy(() -> Said.backend(set)).withMessage(message);
    }

    @Test
    void cacheThatTheServerDoesNotKnow_isNamedWithACure() {
        try (InfinispanBackend backend = Said.backend(Map.of("cache", "java:jboss/infinispan/cache/shop/none"))) {
            assertThatThrownBy(() -> read(backend))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("java:jboss/infinispan/cache/shop/none")
                    .hasMessageContaining("resource-ref");
        }
    }
}
