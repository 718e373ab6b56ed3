package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a renewal behind the caller sees, and where it runs. */
@ExtendWith(Deployed.class)
class RenewalsIT {
    private static final String NOTHING = "nothing";

    private final Deployment deployment;
    private final Sight sight;

    RenewalsIT(Client client, Deployment deployment) {
        this.deployment = deployment;
        this.sight = new Sight(client);
    }

    @Test
    void computationInTheCaller_seesItsRequestAndIdentity() {
        Reply seen = sight.ofTheCaller("caller");
        assertThat(seen.get("visitor")).isEqualTo(Setup.READER);
        assertThat(seen.get("header")).isEqualTo(Setup.READER);
        assertThat(seen.get("principal")).isEqualTo(Setup.READER);
        assertThat(seen.get("role")).isEqualTo("true");
    }

    @Test
    void renewal_seesAnotherRequestScope() {
        assertThat(sight.ofARenewal("scope").get("visitor")).isEqualTo("nobody");
    }

    @Test
    void renewal_seesNoRequest() {
        assertThat(sight.ofARenewal("request").get("header")).isEqualTo(NOTHING);
    }

    @Test
    void renewal_seesNoIdentity() {
        Reply seen = sight.ofARenewal("identity");
        assertThat(seen.get("principal")).isIn(NOTHING, "anonymous", "ANONYMOUS", "UNAUTHENTICATED", "");
        assertThat(seen.get("role")).isIn(NOTHING, "false");
    }

    @Test
    void renewal_findsClassesAndServicesOfTheApplication() {
        assertThat(sight.ofARenewal("loader").get("loader")).isEqualTo("true");
    }

    @Test
    void renewal_runsOnTheThreadsOfTheRuntime() {
        assertThat(sight.ofARenewal("thread").get("thread"))
                .matches(deployment.kind().refreshThreads());
    }
}
