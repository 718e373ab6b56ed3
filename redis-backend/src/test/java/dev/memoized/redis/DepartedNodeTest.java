package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.BackendException;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Protocol.Command;

/** A node that has left its cluster, and answers as before who listens to it. */
class DepartedNodeTest {
    @RegisterExtension
    static final RedisCluster CLUSTER = RedisCluster.ofMasters();

    private final ManualClock clock = new ManualClock();

    private static void until(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).until(condition);
    }

    /** Its slots are another one's from now on. */
    private static void leave(int number) {
        RedisCluster.Node departed = CLUSTER.node(number);
        List<RedisCluster.Node> others = IntStream.range(0, RedisCluster.MASTERS)
                .filter(each -> each != number)
                .mapToObj(CLUSTER::node)
                .toList();
        String id = departed.text(Command.CLUSTER, "MYID");
        others.forEach(node -> node.tell(Command.CLUSTER, "FORGET", id));
        departed.tell(Command.FLUSHALL);
        departed.tell(Command.CLUSTER, "RESET");
        others.get(0).tell(Command.CLUSTER, RedisCluster.slots(number));
        until(() -> others.stream().allMatch(RedisCluster::isComplete));
    }

    @Test
    void C09_listenerToANodeThatHasLeft_listensToAnotherOne() {
        try (Bench bench = new Bench(CLUSTER, "departed", clock)) {
            Store<byte[]> here = bench.here();
            bench.awaitListening();
            Lease lease = Bench.lease(here, "key");
            int departed = CLUSTER.masterOf(bench.number());
            leave(departed);
            until(() -> comesAbout(() -> bench.there().invalidate(Mark.namespace("books"), InvalidationMode.HARD)));
            assertThat(lease.isVoid()).as("not told").isFalse();

            until(() -> {
                clock.advance(Duration.ofMillis(400));
                comesAbout(() -> here.put("other", bench.entry("value"), Bench.LIFE));
                return lease.isVoid();
            });
        }
    }

    /** As long as it is not known where the slots are, nothing does. */
    private static boolean comesAbout(Runnable operation) {
        try {
            operation.run();
            return true;
        } catch (BackendException notYet) {
            return false;
        }
    }
}
