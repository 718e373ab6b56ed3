package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** These tests open nothing to the outside. */
@ExtendWith(Deployed.class)
class NetworkIT {
    private final Deployment deployment;

    NetworkIT(Deployment deployment) {
        this.deployment = deployment;
    }

    @Test
    void server_listensOnTheLoopbackOnly() throws Exception {
        assertThat(deployment.application().listeners()).isNotEmpty().allMatch(Listeners::isLoopback);
    }
}
