package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.memoized.BackendException;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import redis.clients.jedis.Protocol.Command;

/** The master that has all marks is killed, and its replica takes its place. */
@Isolated("nodes take one that is slow for one that is gone")
class ClusterFailoverTest {
    @RegisterExtension
    static final RedisCluster CLUSTER = RedisCluster.withReplicas();

    private static final TaggedKey KEY = new TaggedKey("key", Set.of("tag"));

    @Test
    void C69_marksOfAKilledMaster_areThoseOfItsReplica() {
        try (Bench bench = new Bench(CLUSTER, "killed", new SystemTime())) {
            var here = bench.here();
            here.put(KEY, bench.entry("old", "tag"), Bench.LIFE);
            here.invalidate(Mark.tag("tag"), InvalidationMode.HARD);
            String kept = elsewhere(bench);
            here.put(kept, bench.entry("kept"), Bench.LIFE);
            RedisCluster.Node master = CLUSTER.node(CLUSTER.masterOf(bench.number()));
            assertThat(Server.number(master.tell(Command.WAIT, 1, 10_000))).isEqualTo(1);

            master.process().kill();

            assertThatThrownBy(() -> here.put(KEY, bench.entry("lost", "tag"), Bench.LIFE))
                    .isInstanceOf(BackendException.class);
            await().atMost(Duration.ofSeconds(60)).until(() -> isPut(bench));
            assertThat(bench.read(bench.there(), KEY)).isEqualTo("new");
            assertThat(bench.read(bench.there(), kept))
                    .as("never dropped, and its mark is there")
                    .isEqualTo("kept");
        }
    }

    /** A key of another master. */
    private static String elsewhere(Bench bench) {
        return Stream.iterate(0, number -> number + 1)
                .map(number -> "kept" + number)
                .filter(key -> CLUSTER.masterOf(
                                Scope.of(key, Bench.books(), bench.names()).entry())
                        != CLUSTER.masterOf(bench.number()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isPut(Bench bench) {
        try {
            String known = bench.read(bench.there(), KEY);
            assertThat(known).as("dropped before").isNotEqualTo("old");
            return bench.here().put(KEY, bench.entry("new", "tag"), Bench.LIFE);
        } catch (BackendException notYet) {
            return false;
        }
    }
}
