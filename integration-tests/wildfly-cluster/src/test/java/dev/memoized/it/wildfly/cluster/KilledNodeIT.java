package dev.memoized.it.wildfly.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.it.suite.Client;
import dev.memoized.it.suite.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node is killed while it computes, and comes back. */
@Timeout(600)
@ExtendWith(OnTwoNodes.class)
class KilledNodeIT {
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TwoNodes nodes;

    KilledNodeIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void killedNode_isSucceededByTheOther_andFindsWhatIsThereWhenItComesBack() throws Exception {
        Node killed = nodes.other();
        Client left = nodes.one().client();
        try (HeldKey key = new HeldKey(nodes, "killed")) {
            key.ask(killed.client());
            key.awaitComputation(killed.client());
            key.release(left);
            Future<Reply> succeeding = key.ask(left);
            key.awaitCallers(left, 1);

            Instant beginning = Instant.now();
            killed.server().kill();
            assertThat(HeldKey.value(succeeding)).isEqualTo("node1, computation 1");
            Duration taken = Duration.between(beginning, Instant.now());
            System.out.printf("after kill -9 the other node has computed within %d ms%n", taken.toMillis());
            assertThat(taken).isLessThan(LEASE.plus(PATIENCE));
            assertThat(left.get("books/shelves/alone").get("outcome")).isEqualTo("COMPUTED");
            assertThat(left.get("books/shelves/alone").get("outcome")).isEqualTo("FRESH");

            killed.start(2);
            Client back = killed.client();
            assertThat(HeldKey.value(key.ask(back))).isEqualTo("node1, computation 1");
            assertThat(back.get("books/shelves/alone").get("outcome")).isEqualTo("FRESH");
            key.drop(back, "key");
            assertThat(HeldKey.value(key.ask(left))).isEqualTo("node1, computation 2");
        }
    }
}
