package dev.memoized.it.wildfly.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.it.suite.Client;
import dev.memoized.it.suite.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of stores, in the server and with its Infinispan. */
@Timeout(600)
@ExtendWith(OnTwoNodes.class)
class ContractIT {
    private static final int ALL = 250;

    private final Node node;

    ContractIT(TwoNodes nodes) {
        this.node = nodes.one();
    }

    @Test
    void contract_isKeptInTheServer() throws Exception {
        Client client = node.client(Archives.CONTRACT);
        client.post("contract");
        node.server().await("the contract has been run", () -> client.get("contract")
                .get("ended")
                .equals("true"));
        Reply ran = client.get("contract");
        System.out.println(ran.body());
        assertThat(ran.get("failed")).isEqualTo("[]");
        assertThat(ran.number("passed")).isEqualTo(ran.number("found")).isGreaterThan(ALL);
    }
}
