package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** These tests open nothing to the outside. */
@ExtendWith(Deployed.class)
class NetworkIT {
    /** 127.0.0.1, and what it is in IPv6 tables, as Linux writes them. */
    private static final String LOOPBACK = "(0100007F|0000000000000000FFFF00000100007F):[0-9A-F]{4}";

    private final Deployment deployment;

    NetworkIT(Deployment deployment) {
        this.deployment = deployment;
    }

    @Test
    void server_listensOnTheLoopbackOnly() throws Exception {
        assertThat(deployment.application().listeners()).isNotEmpty().allSatisfy(address -> assertThat(address)
                .matches(LOOPBACK));
    }
}
