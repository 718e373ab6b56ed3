package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Members that mean nothing for values of a request or an instance fail the deployment, all together. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongOwnedTest {
    private Refused refused = Refused.nothing();

    @BeforeAll
    void deploy() {
        refused = Refused.of(WrongOwned.class);
    }

    @Test
    void refreshAfter_of_a_request_is_refused() {
        refused.assertTold(WrongOwned.RequestRenewed.class, "MEMO0134", "titles(String), refreshAfter", "\"request\"");
    }

    @Test
    void CALLER_of_an_instance_is_refused() {
        refused.assertTold(
                WrongOwned.InstanceRenewedByCaller.class, "MEMO0134", "titles(String), refresh:", "\"instance\"");
    }

    @Test
    void isolated_computation_of_an_instance_is_refused() {
        refused.assertTold(WrongOwned.InstanceIsolated.class, "MEMO0135", "titles(String), isolated", "instance");
    }

    @Test
    void versions_of_a_request_are_refused() {
        refused.assertTold(WrongOwned.RequestVersioned.class, "MEMO0136", "titles(String), versionedBy", "\"request\"");
    }

    @Test
    void expireAfter_of_a_request_is_refused() {
        refused.assertTold(WrongOwned.RequestExpires.class, "MEMO0137", "titles(String), expireAfter", "\"request\"");
        assertThat(refused.problems()).hasSize(5);
    }
}
