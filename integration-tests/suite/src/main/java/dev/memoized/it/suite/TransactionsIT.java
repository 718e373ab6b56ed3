package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hits, computations and invalidations in the runtime's transactions. */
@ExtendWith(Deployed.class)
class TransactionsIT {
    private final Client client;

    TransactionsIT(Client client) {
        this.client = client;
    }

    @Test
    void hit_needsNoTransaction_whereItsComputationDoes() {
        assertThat(client.get("shop/prices/dear/outside").get("outcome")).isEqualTo("REFUSED BY TRANSACTIONS");
        assertThat(client.get("shop/prices/dear/inside").get("outcome")).isEqualTo("COMPUTED");
        assertThat(client.get("shop/prices/dear/outside").get("outcome")).isEqualTo("FRESH");
    }

    @Test
    void commit_dropsWhatWasRemembered() {
        client.post("shop/sign/open");
        assertThat(client.get("shop/sign").get("value")).isEqualTo("open");
        assertThat(client.get("shop/sign").get("outcome")).isEqualTo("FRESH");
        assertThat(client.post("shop/sign/closed").get("inside")).isEqualTo("closed");
        assertThat(client.get("shop/sign").get("value")).isEqualTo("closed");
    }

    @Test
    void rollback_servesAndStoresNothingOfTheTransaction() {
        client.post("shop/sign/kept");
        assertThat(client.get("shop/sign").get("value")).isEqualTo("kept");
        Reply failed = client.post("shop/failing-sign/undone");
        assertThat(failed.get("rolledBack")).isEqualTo("true");
        assertThat(failed.get("inside")).isEqualTo("undone");
        Reply after = client.get("shop/sign");
        assertThat(after.get("value")).isEqualTo("kept");
        assertThat(after.get("outcome")).isEqualTo("FRESH");
    }
}
