package dev.memoized.it.wildfly.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Caches whose container marshals by ProtoStream compare bytes by reference. */
@Timeout(600)
@ExtendWith(OnTwoNodes.class)
class RefusedCacheIT {
    private final Node node;

    RefusedCacheIT(TwoNodes nodes) {
        this.node = nodes.one();
    }

    @Test
    void cacheThatComparesByReference_isNotUsed_andTheLogTellsTheCure() throws Exception {
        assertThat(node.client().get("held/key/refused").number("value")).isEqualTo(1);
        assertThat(node.client().get("held/key/refused").number("value")).isEqualTo(2);
        node.server().await("the log tells the cure", () -> node.server().log().contains("marshaller to JBOSS"));
    }
}
