package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.memoized.BackendException;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.BackendSettings;
import dev.memoized.spi.ByteBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisException;

/** A sentinel and its leader, and a cluster, that speak nothing but TLS. */
class TlsTopologiesTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Certificate certificate;
    private RedisProcess server;
    private RedisProcess sentinel;
    private int port;

    @BeforeEach
    void certify() throws Exception {
        certificate = Certificate.of("ip:127.0.0.1", folder);
    }

    @AfterEach
    void stop() {
        Stream.of(server, sentinel).filter(started -> started != null).forEach(RedisProcess::close);
    }

    private String tls(int tlsPort) {
        return """
                bind 127.0.0.1
                port 0
                tls-port %s
                tls-auth-clients no
                tls-cert-file %s
                tls-key-file %s
                tls-ca-cert-file %s
                tls-replication yes
                tls-cluster yes
                """
                .formatted(tlsPort, certificate.pem(), certificate.key(), certificate.pem());
    }

    private RedisProcess started(String name, String configuration, String ready, String... more) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        Path file = Files.writeString(own.resolve("redis.conf"), configuration + "dir " + own + "\n");
        RedisProcess process = new RedisProcess(
                own,
                "redis-server",
                Stream.concat(Stream.of(file.toString()), Stream.of(more)).toArray(String[]::new));
        process.start(() -> process.log().contains(ready));
        return process;
    }

    private Map<String, String> settings(String uri) {
        Map<String, String> set = new HashMap<>();
        set.put("uri", uri);
        set.put("socket-timeout", "PT20S");
        set.put("trust-store", certificate.trustStore().toString());
        set.put("trust-store-password", Certificate.PASSWORD);
        return set;
    }

    private static void assertThatAllIsDone(Map<String, String> set) throws Exception {
        try (ByteBackend backend = Given.backend(set)) {
            Everything.done(backend);
        }
        set.remove("trust-store");
        try (ByteBackend stranger = Given.backend(set)) {
            var store = Everything.open(stranger);
            assertThatThrownBy(() -> store.read("key", new SystemTime().nanos()))
                    .isInstanceOf(BackendException.class)
                    .hasMessageStartingWith("Redis: ");
        }
    }

    @Test
    void sentinelAndLeader() throws Exception {
        port = RedisServer.freePort();
        int sentinelPort = RedisServer.freePort();
        server = started("leader", tls(port) + "save \"\"\n", "Ready to accept connections");
        sentinel = started(
                "sentinel",
                tls(sentinelPort) + "sentinel monitor shop 127.0.0.1 " + port + " 1\n",
                "+monitor master shop",
                "--sentinel");

        assertThatAllIsDone(settings("rediss-sentinel://127.0.0.1:" + sentinelPort + "#shop"));
    }

    @Test
    void cluster() throws Exception {
        port = RedisCluster.freePorts();
        server = started(
                "node",
                tls(port) + "save \"\"\ncluster-enabled yes\ncluster-announce-ip 127.0.0.1\n",
                "Ready to accept connections");
        Object[] slots = Stream.concat(
                        Stream.of("ADDSLOTS"),
                        IntStream.range(0, RedisCluster.SLOTS).boxed())
                .toArray();
        tell(slots);
        await().atMost(SOON).until(() -> Server.text(tell("INFO")).contains("cluster_state:ok"));

        assertThatAllIsDone(settings("rediss-cluster://127.0.0.1:" + port));
    }

    private Object tell(Object... words) {
        BackendSettings given = Given.settings(settings(""), new SystemTime());
        JedisClientConfig config = DefaultJedisClientConfig.builder()
                .timeoutMillis(20_000)
                .sslOptions(Secured.options(given))
                .build();
        CommandArguments all = new CommandArguments(Command.CLUSTER);
        List.of(words).forEach(all::add);
        try (Connection connection = new Connection(new HostAndPort("127.0.0.1", port), config)) {
            return connection.executeCommand(all);
        } catch (JedisException failure) {
            throw new AssertionError(server.log(), failure);
        }
    }
}
