package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.BackendException;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisException;

/** A leader, its replica and a sentinel of the system's Redis: the leader is killed, and comes back. */
@Timeout(600)
@Isolated("a sentinel takes a server that is slow for one that is gone")
class SentinelTest {
    private static final Duration PROMOTED_WITHIN = Duration.ofSeconds(60);
    private static final String SECRET = "server-secret";
    private static final String SENTINEL_SECRET = "sentinel-secret";

    @TempDir
    Path folder;

    private final SystemTime time = new SystemTime();
    private int onePort;
    private int otherPort;
    private int sentinelPort;
    private RedisProcess one;
    private RedisProcess other;
    private RedisProcess sentinel;

    @BeforeEach
    void start() throws Exception {
        onePort = RedisServer.freePort();
        otherPort = RedisServer.freePort();
        sentinelPort = RedisServer.freePort();
        one = server("one", onePort);
        other = server("other", otherPort, "--replicaof", "127.0.0.1 " + onePort);
        sentinel = sentinel();
        one.start(() -> role(onePort).equals("master"));
        other.start(() -> link(otherPort).equals("connected"));
        sentinel.start(this::isReplicaKnown);
    }

    private RedisProcess server(String name, int port, String... more) throws Exception {
        Path own = Files.createDirectory(folder.resolve(name));
        List<String> arguments = List.of(
                "--bind 127.0.0.1 --port %s --dir %s --requirepass %s --masterauth %s --repl-diskless-sync-delay 0 --save"
                        .formatted(port, own, SECRET, SECRET)
                        .split(" "));
        return new RedisProcess(
                own,
                "redis-server",
                Stream.of(arguments.stream(), Stream.of(""), Stream.of(more))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }

    private RedisProcess sentinel() throws Exception {
        Path own = Files.createDirectory(folder.resolve("sentinel"));
        Path configuration = Files.writeString(
                own.resolve("sentinel.conf"),
                """
                port %s
                bind 127.0.0.1
                dir %s
                requirepass %s
                user asking on >%s +sentinel|get-master-addr-by-name
                sentinel monitor shop 127.0.0.1 %s 1
                sentinel auth-pass shop %s
                sentinel down-after-milliseconds shop 1000
                sentinel failover-timeout shop 5000
                """
                        .formatted(sentinelPort, own, SENTINEL_SECRET, SENTINEL_SECRET, onePort, SECRET));
        return new RedisProcess(own, "redis-server", configuration.toString(), "--sentinel");
    }

    @AfterEach
    void stop() {
        sentinel.close();
        other.close();
        one.close();
    }

    /** Asks a server that may not be there. */
    private static String ask(int port, String secret, CommandArguments question) {
        try (Connection connection = new Connection(
                new HostAndPort("127.0.0.1", port),
                DefaultJedisClientConfig.builder()
                        .password(secret)
                        .timeoutMillis(10_000)
                        .build())) {
            return told(connection.executeCommand(question));
        } catch (JedisException away) {
            return "";
        }
    }

    private static String told(Object answer) {
        if (answer instanceof List<?> all) {
            return String.join(" ", all.stream().map(SentinelTest::told).toList());
        }
        if (answer instanceof Map.Entry<?, ?> pair) {
            return told(pair.getKey()) + "=" + told(pair.getValue());
        }
        return answer instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(answer);
    }

    private static String role(int port) {
        return ask(port, SECRET, new CommandArguments(Command.ROLE)).replaceAll(" .*", "");
    }

    /** A replica's. */
    private static String link(int port) {
        String all = ask(port, SECRET, new CommandArguments(Command.ROLE));
        return all.contains("connected") && all.startsWith("slave") ? "connected" : all;
    }

    private boolean isReplicaKnown() {
        String all = ask(
                sentinelPort,
                SENTINEL_SECRET,
                new CommandArguments(Command.SENTINEL).add("REPLICAS").add("shop"));
        return all.contains("" + otherPort) && all.contains("master-link-status=ok");
    }

    private ByteBackend backend() {
        return Given.backend(Map.of(
                "uri",
                "redis-sentinel://:%s@127.0.0.1:%s/0#shop".formatted(SECRET, sentinelPort),
                "sentinel-user",
                "asking",
                "sentinel-password",
                SENTINEL_SECRET));
    }

    private void within(String what, Callable<Boolean> condition) {
        try {
            Awaitility.await().atMost(PROMOTED_WITHIN).until(condition);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(
                    what + "\none: " + one.log() + "\nother: " + other.log() + "\nsentinel: " + sentinel.log(), late);
        }
    }

    private boolean isPut(Store<byte[]> store, String key) {
        try {
            return store.put(key, Entry.of("value".getBytes(UTF_8), time.nanos(), Set.of()), Bench.LIFE);
        } catch (BackendException meanwhile) {
            return false;
        }
    }

    /** An invalidation by one JVM voids a lease of the other. */
    private boolean isHeard(Store<byte[]> here, Store<byte[]> there) {
        try {
            Lease lease = Bench.lease(here, "heard");
            within("the channel is not heard", () -> {
                there.invalidate("heard");
                return lease.isVoid();
            });
            return true;
        } catch (BackendException meanwhile) {
            return false;
        }
    }

    private static String asked(int port) {
        return ask(port, SECRET, new CommandArguments(Command.INFO).add("commandstats"));
    }

    @Test
    void C69_leaderThatIsKilled_isReplaced_andComesBackAsAReplicaThatNobodyAsks() throws Exception {
        try (ByteBackend here = backend();
                ByteBackend there = backend()) {
            Store<byte[]> mine = Everything.open(here);
            Store<byte[]> others = Everything.open(there);
            assertThat(isPut(mine, "before")).isTrue();
            assertThat(isHeard(mine, others)).isTrue();
            assertThat(asked(onePort)).contains("cmdstat_evalsha");

            one.kill();
            long killed = time.nanos();

            within("puts still fail", () -> isPut(mine, "after") && isPut(others, "too"));
            System.out.printf("puts work %d ms after the leader was killed%n", (time.nanos() - killed) / 1_000_000);
            assertThat(role(otherPort)).isEqualTo("master");
            within("leases still fail", () -> isHeard(mine, others) && isHeard(others, mine));

            one.start(() -> !role(onePort).isEmpty());
            within("the old leader leads", () -> {
                assertThat(isPut(mine, "meanwhile")).isTrue();
                return link(onePort).equals("connected");
            });
            assertThat(isHeard(mine, others)).isTrue();
            assertThat(asked(onePort)).isNotEmpty().doesNotContain("cmdstat_eval", "cmdstat_mget");
            assertThat(mine.read("meanwhile", time.nanos())).isNotNull();
            assertThat(role(otherPort)).isEqualTo("master");
        }
    }
}
