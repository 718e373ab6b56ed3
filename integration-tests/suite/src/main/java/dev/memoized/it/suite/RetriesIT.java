package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fault tolerance of MicroProfile. */
@ExtendWith(Deployed.class)
class RetriesIT {
    private final Client client;

    RetriesIT(Client client) {
        this.client = client;
    }

    @Test
    void methodThatSucceedsAtTheThirdTry_isOneComputation() {
        Reply first = client.get("flaky/once");
        assertThat(first.get("outcome")).isEqualTo("COMPUTED");
        assertThat(first.number("runs")).isEqualTo(3);
        Reply second = client.get("flaky/once");
        assertThat(second.get("outcome")).isEqualTo("FRESH");
        assertThat(second.number("runs")).isEqualTo(3);
    }
}
