package dev.memoized.it.wildfly.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.it.suite.Client;
import dev.memoized.it.suite.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two nodes remember together. */
@Timeout(600)
@ExtendWith(OnTwoNodes.class)
class ClusterIT {
    private static final int CALLERS = 8;

    private final TwoNodes nodes;
    private final Client one;
    private final Client other;

    ClusterIT(TwoNodes nodes) {
        this.nodes = nodes;
        this.one = nodes.one().client();
        this.other = nodes.other().client();
    }

    @Test
    void nodes_listenOnTheLoopbackOnly() throws Exception {
        for (Node node : List.of(nodes.one(), nodes.other())) {
            assertThat(node.server().listeners()).isNotEmpty().allMatch(address -> address.startsWith("0100007F:"));
        }
    }

    @Test
    void valueOfOneNode_isAHitAtTheOther() {
        String computed = one.get("books/shelves/shared").get("value");
        Reply hit = other.get("books/shelves/shared");
        assertThat(hit.get("value")).isEqualTo(computed);
        assertThat(hit.get("outcome")).isEqualTo("FRESH");
    }

    @RepeatedTest(10)
    void coldKey_isComputedOnceByBothNodes(RepetitionInfo repetition) throws Exception {
        try (HeldKey key = new HeldKey(nodes, "cold-" + repetition.getCurrentRepetition())) {
            List<Future<Reply>> calls = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                calls.add(key.ask(one));
                calls.add(key.ask(other));
            }
            key.awaitCallers(one, CALLERS);
            key.awaitCallers(other, CALLERS);
            key.release(one);
            key.release(other);
            for (Future<Reply> call : calls) {
                assertThat(HeldKey.value(call)).endsWith(", computation 1");
            }
            assertThat(key.computations(one) + key.computations(other)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "tag", "namespace"})
    void whatOneNodeDrops_theOtherComputesAnew(String what) throws Exception {
        try (HeldKey key = new HeldKey(nodes, "dropped-by-" + what)) {
            key.release(one);
            key.release(other);
            assertThat(HeldKey.value(key.ask(one))).isEqualTo("node1, computation 1");
            assertThat(HeldKey.value(key.ask(other))).isEqualTo("node1, computation 1");
            key.drop(one, what);
            assertThat(HeldKey.value(key.ask(other))).isEqualTo("node2, computation 1");
            assertThat(HeldKey.value(key.ask(one))).isEqualTo("node2, computation 1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "tag", "namespace"})
    void whatIsDroppedDuringItsComputation_isNeitherServedNorStored(String what) throws Exception {
        try (HeldKey key = new HeldKey(nodes, "dropped-meanwhile-by-" + what)) {
            Future<Reply> old = key.ask(one);
            key.awaitComputation(one);
            key.drop(other, what);
            key.release(other);
            assertThat(HeldKey.value(key.ask(other))).isEqualTo("node2, computation 1");
            assertThat(HeldKey.value(key.ask(one))).isEqualTo("node2, computation 1");
            key.release(one);
            assertThat(HeldKey.value(old)).isEqualTo("node1, computation 1");
            for (Client client : nodes.clients()) {
                assertThat(HeldKey.value(key.ask(client))).isEqualTo("node2, computation 1");
            }
        }
    }
}
