package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What each operation costs, as the server has counted it; what scripts do there is no round trip. */
class RoundTripsTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private static final int CALLS = 500;

    private Bench bench;
    private Store<byte[]> store;

    @BeforeEach
    void open(TestInfo test) {
        bench = new Bench(SERVER, test.getDisplayName());
        store = bench.here();
        store.put("warm", bench.entry("up"), Bench.LIFE);
        bench.awaitListening();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Map<String, Long> counted(Runnable calls) {
        return Commands.counted(SERVER, calls);
    }

    private static void times(Runnable call) {
        for (int i = 0; i < CALLS; i++) {
            call.run();
        }
    }

    @Test
    void hit_isOneCommand() {
        store.put("key", bench.entry("value"), Bench.LIFE);

        assertThat(counted(
                        () -> times(() -> assertThat(bench.read(store, "key")).isEqualTo("value"))))
                .isEqualTo(Map.of("mget", (long) CALLS));
    }

    @Test
    void hitWithTwoTagsAndAGroup_isOneCommand() {
        TaggedKey key = new TaggedKey("key", Set.of("one", "two"), Set.of(Mark.group("books", "group")));
        store.put(key, bench.entry("value", "one", "two"), Bench.LIFE);

        assertThat(counted(() -> times(() -> assertThat(bench.read(store, key)).isEqualTo("value"))))
                .isEqualTo(Map.of("mget", (long) CALLS));
    }

    @Test
    void miss_isAReadAndTwoScripts() {
        Map<String, Long> counted = counted(() -> {
            for (int i = 0; i < CALLS; i++) {
                String key = "key" + i;
                assertThat(bench.read(store, key)).isNull();
                Lease lease = Bench.lease(store, key);
                assertThat(store.publish(lease, bench.entry("value"), Bench.LIFE))
                        .isTrue();
            }
        });

        assertThat(counted).containsEntry("mget", (long) CALLS);
        assertThat(counted.get("evalsha") + counted.getOrDefault("eval", 0L)).isBetween(2L * CALLS, 2L * CALLS + 2);
    }

    @Test
    void C72_invalidation_isOneScript_whateverIsThere() {
        for (int i = 0; i < CALLS; i++) {
            store.put("key" + i, bench.entry("value", "tag"), Bench.LIFE);
        }
        store.invalidate(Mark.tag("other"), InvalidationMode.HARD);

        Map<String, Long> counted = counted(() -> store.invalidate(Mark.tag("tag"), InvalidationMode.HARD));

        assertThat(counted)
                .containsEntry("evalsha", 1L)
                .doesNotContainKeys("keys", "scan", "flushdb", "unlink")
                .containsEntry("del", 1L);
    }

    @Test
    void readOfMany_isOneCommand() {
        for (int i = 0; i < CALLS; i++) {
            store.put("key" + i, bench.entry("value" + i), Bench.LIFE);
        }
        List<String> keys = IntStream.range(0, CALLS).mapToObj(i -> "key" + i).toList();

        assertThat(counted(() -> assertThat(store.readAll(keys, new SystemTime().nanos()))
                        .hasSize(CALLS)))
                .isEqualTo(Map.of("mget", 1L));
    }

    @Test
    void tagThatOnlyTheEntryHas_costsOneCommandASecond() {
        store.put("key", bench.entry("value", "added"), Bench.LIFE);

        long began = new SystemTime().nanos();

        Map<String, Long> counted =
                counted(() -> times(() -> assertThat(bench.read(store, "key")).isEqualTo("value")));

        long seconds = (new SystemTime().nanos() - began) / 1_000_000_000;
        assertThat(counted).containsOnlyKeys("mget");
        assertThat(counted.get("mget")).isBetween(CALLS + 1L, CALLS + 3L + seconds);
    }
}
