package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Protocol.Command;

/** A server that is gone, comes back with nothing, or does not want to. */
class OutageTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private Bench bench;
    private Store<byte[]> store;

    @BeforeEach
    void open(TestInfo test) {
        bench = new Bench(SERVER, test.getDisplayName());
        store = bench.here();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void serverThatIsGone_isTold_andUsedAgainWhenItIsBack() throws Exception {
        store.put("key", bench.entry("value"), Bench.LIFE);
        Lease lease = Bench.lease(store, "leased");
        SERVER.kill();
        assertThatThrownBy(() -> bench.read(store, "key"))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("cannot be reached");
        assertThatThrownBy(() -> store.invalidate("key")).isInstanceOf(BackendException.class);

        SERVER.start();

        assertThat(bench.read(store, "key")).isNull();
        assertThat(store.publish(lease, bench.entry("late"), Bench.LIFE)).isFalse();
        assertThat(store.publish(Bench.lease(store, "leased"), bench.entry("new"), Bench.LIFE))
                .isTrue();
        assertThat(bench.read(store, "leased")).isEqualTo("new");
    }

    @Test
    void connectionsThatDiedWhileIdle_failNoReadLeaseOrDelete() {
        IntStream.range(0, 8).parallel().forEach(i -> store.put("key" + i, bench.entry("value"), Bench.LIFE));
        SERVER.send(Command.CLIENT, "KILL", "TYPE", "normal", "SKIPME", "yes");

        assertThat(bench.read(store, "key1")).isEqualTo("value");
        store.release(Bench.lease(store, "key1"));
        assertThat(store.invalidate("key1")).isTrue();
    }

    @Test
    void serverThatHasForgottenTheScripts_isGivenThem() {
        store.put("key", bench.entry("value"), Bench.LIFE);
        SERVER.client().scriptFlush("any");

        assertThat(store.invalidate("key")).isTrue();
    }

    @Test
    void fullServer_isTold_andDropsWhatItMust() {
        store.put("key", bench.entry("value"), Bench.LIFE);
        SERVER.client().configSet("maxmemory", "1");
        try {
            assertThatThrownBy(() -> store.put("other", bench.entry("value"), Bench.LIFE))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("OOM");
            assertThat(bench.read(store, "key")).isEqualTo("value");
            assertThat(store.invalidate("key")).isTrue();
            store.invalidate(Mark.tag("tag"), InvalidationMode.HARD);
            store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);
        } finally {
            SERVER.client().configSet("maxmemory", "0");
        }
    }

    @Test
    void countingThatFails_changesNothing() {
        store.put("count", bench.entry("5"), Bench.LIFE);
        SERVER.send(Command.ACL, "SETUSER", "default", "-incrby");
        try {
            assertThatThrownBy(() -> store.increment("count", 1)).isInstanceOf(BackendException.class);
        } finally {
            SERVER.send(Command.ACL, "SETUSER", "default", "+incrby");
        }
        assertThat(bench.read(store, "count")).isEqualTo("5");
        assertThat(store.increment("count", 1)).hasValue(6);
    }

    @Test
    void lostNumber_bringsNothingBack() {
        TaggedKey key = new TaggedKey("key", Set.of("tag"));
        store.put(key, bench.entry("value", "tag"), Bench.LIFE);
        SERVER.client().del(bench.number());

        store.invalidate(Mark.tag("tag"), InvalidationMode.HARD);

        assertThat(bench.read(store, key)).isNull();
    }

    @Test
    void leaseThatWasAskedForTwice_isOne() {
        store.put("key", bench.entry("value"), Bench.LIFE);
        SERVER.send(Command.CLIENT, "KILL", "TYPE", "normal", "SKIPME", "yes");

        Lease lease = Bench.lease(store, "key");

        assertThat(store.publish(lease, bench.entry("new"), Bench.LIFE)).isTrue();
        store.release(Bench.lease(store, "key"));
    }

    @Test
    void replica_isTold() {
        SERVER.send(Command.REPLICAOF, "127.0.0.1", "1");
        try {
            assertThatThrownBy(() -> store.put("key", bench.entry("value"), Bench.LIFE))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("READONLY");
        } finally {
            SERVER.send(Command.REPLICAOF, "NO", "ONE");
        }
    }
}
