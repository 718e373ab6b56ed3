package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.testing.Fault;
import dev.memoized.testing.FaultProxy;
import dev.memoized.testing.FlawedClass;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Protocol.Command;

/** A leader and a replica, and between them a link that a test stops: then the replica answers, and hears nothing. */
class ReplicaTest {
    @RegisterExtension
    static final RedisServer LEADER = RedisServer.embedded();

    @RegisterExtension
    static final RedisServer REPLICA = RedisServer.embedded();

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final SystemTime time = new SystemTime();
    private FaultProxy link;
    private ByteBackend here;
    private ByteBackend there;
    private Store<byte[]> store;

    @BeforeEach
    void link(TestInfo test) {
        link = new FaultProxy(new InetSocketAddress("127.0.0.1", LEADER.port()));
        REPLICA.send(Command.REPLICAOF, "127.0.0.1", "" + link.port());
        await().atMost(SOON).until(() -> REPLICA.client().info("replication").contains("master_link_status:up"));
        String prefix = test.getDisplayName();
        here = Given.backend(
                Map.of("uri", LEADER.uri(), "replicas", "127.0.0.1:" + REPLICA.port(), "key-prefix", prefix));
        there = Given.backend(Map.of("uri", LEADER.uri(), "key-prefix", prefix));
        store = Everything.open(here);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        link.close();
    }

    private void put(Store<byte[]> to, String key, String value) {
        assertThat(to.put(key, Entry.of(value.getBytes(UTF_8), time.nanos(), Set.of()), Bench.LIFE))
                .isTrue();
    }

    private String read(String key) {
        Entry<byte[]> entry = store.read(key, time.nanos());
        return entry == null ? null : new String(entry.value(), UTF_8);
    }

    private void replicated() {
        LEADER.client().set("replicated", "" + time.nanos());
        String last = LEADER.client().get("replicated");
        await().atMost(SOON).until(() -> last.equals(REPLICA.client().get("replicated")));
    }

    private void stopLink() {
        replicated();
        link.set(Fault.BLACK_HOLE, 1);
        LEADER.client().set("stopped", "" + time.nanos());
        link.awaitCount(Fault.BLACK_HOLE, 1);
    }

    @Test
    void hit_isReadFromTheReplica() {
        put(store, "key", "value");
        replicated();

        Map<String, Long> asked = Commands.counted(LEADER, () -> {
            for (int i = 0; i < 100; i++) {
                assertThat(read("key")).isEqualTo("value");
            }
        });

        assertThat(asked).doesNotContainKey("mget");
    }

    @Test
    void ownWrites_areSeen_whileTheReplicaDoesNotHaveThem() {
        put(store, "other", "value");
        put(store, "changed", "old");
        put(store, "dropped", "old");
        put(store, "counted", "1");
        stopLink();

        put(store, "changed", "new");
        store.invalidate("dropped");
        store.increment("counted", 1);

        assertThat(read("changed")).isEqualTo("new");
        assertThat(read("dropped")).isNull();
        assertThat(read("counted")).isEqualTo("2");
        assertThat(Commands.counted(LEADER, () -> assertThat(read("other")).isEqualTo("value")))
                .doesNotContainKey("mget");
        assertThat(store.readAll(Set.of("other", "changed"), time.nanos()).get("changed"))
                .extracting(entry -> new String(entry.value(), UTF_8))
                .isEqualTo("new");
    }

    @Test
    void ownMark_isSeen_whileTheReplicaDoesNotHaveIt() {
        put(store, "key", "old");
        stopLink();

        store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);

        assertThat(read("key")).isNull();
    }

    /** Of a mark that the channel has told. */
    @Test
    void markOfAnotherJvm_isSeenWhenItIsHeard() {
        put(store, "key", "old");
        Lease heard = Bench.lease(store, "heard");
        await().atMost(SOON).until(() -> {
            Everything.open(there).invalidate("heard");
            return heard.isVoid();
        });
        stopLink();

        Everything.open(there).invalidate(Mark.namespace("books"), InvalidationMode.HARD);

        await().atMost(SOON).until(() -> read("key") == null);
    }

    @Test
    void ownWrites_areAllSeen() throws Exception {
        assertThat(stale(new StaleReads())).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Written | .allMatch(entry -> last.getOrDefault(entry, floor) <= number) | .allMatch(entry -> true)",
                "HeldMarks | return number <= other; | return true;",
            })
    void replicaThatIsNotCompared_isFound(String type, String right, String wrong) throws Exception {
        assertThat(stale(FlawedClass.around(StaleReads.class, folder, type, right, wrong)))
                .isPositive();
    }

    private int stale(Function<Map<String, String>, Callable<Callable<Integer>>> reads) throws Exception {
        Callable<Integer> rest = reads.apply(Map.of(
                        "uri", LEADER.uri(),
                        "replicas", "127.0.0.1:" + REPLICA.port(),
                        "key-prefix", folder.getFileName().toString()))
                .call();
        stopLink();
        return rest.call();
    }

    @Test
    void replicaThatIsGone_isPassedOver() {
        put(store, "key", "value");
        try (ByteBackend nowhere = Given.backend(Map.of(
                "uri", LEADER.uri(), "replicas", "127.0.0.1:1", "socket-timeout", "PT1S", "key-prefix", "gone"))) {
            Everything.done(nowhere);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void replicasOfAnotherForm_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Given.backend(Map.of("replicas", "somewhere")))
                .withMessageStartingWith("replicas: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Given.backend(Map.of("uri", "redis-cluster://host:1", "replicas", "host:2")))
                .withMessageStartingWith("replicas: ");
    }
}
