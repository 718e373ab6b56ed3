package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Store;
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
        } finally {
            SERVER.client().configSet("maxmemory", "0");
        }
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
