package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a renewal behind the caller sees, and where it runs. */
@ExtendWith(Deployed.class)
class RenewalsIT {
    private static final String NOTHING = "nothing";

    private final Deployment deployment;
    private final Client alice;

    RenewalsIT(Client client, Deployment deployment) {
        this.deployment = deployment;
        this.alice = client.as(Setup.READER).with("Visitor", Setup.READER);
    }

    /** What the first computation of a key saw, which is made in its caller. */
    private Reply seenByTheCaller(String key) {
        return alice.get("guarded/sights/" + key);
    }

    /** What a renewal saw. */
    private Reply seenByARenewal(String key) {
        String first = seenByTheCaller(key).get("computation");
        return alice.getUntil(
                "guarded/sights/" + key, reply -> !reply.get("computation").equals(first));
    }

    @Test
    void computationInTheCaller_seesItsRequestAndIdentity() {
        Reply seen = seenByTheCaller("caller");
        assertThat(seen.get("visitor")).isEqualTo(Setup.READER);
        assertThat(seen.get("header")).isEqualTo(Setup.READER);
        assertThat(seen.get("principal")).isEqualTo(Setup.READER);
        assertThat(seen.get("session")).isEqualTo(Setup.READER);
        assertThat(seen.get("role")).isEqualTo("true");
    }

    @Test
    void renewal_seesAnotherRequestScope() {
        assertThat(seenByARenewal("scope").get("visitor")).isEqualTo("nobody");
    }

    @Test
    void renewal_seesNoRequestAndNoSession() {
        Reply seen = seenByARenewal("request");
        assertThat(seen.get("header")).isEqualTo(NOTHING);
        assertThat(seen.get("session")).isEqualTo(NOTHING);
    }

    @Test
    void renewal_seesNoIdentity() {
        Reply seen = seenByARenewal("identity");
        assertThat(seen.get("principal")).isIn(NOTHING, "anonymous", "ANONYMOUS", "UNAUTHENTICATED", "");
        assertThat(seen.get("role")).isIn(NOTHING, "false");
    }

    @Test
    void renewal_findsClassesAndServicesOfTheApplication() {
        assertThat(seenByARenewal("loader").get("loader")).isEqualTo("true");
    }

    @Test
    void renewal_runsOnTheThreadsOfTheRuntime() {
        assertThat(seenByARenewal("thread").get("thread"))
                .matches(deployment.kind().refreshThreads());
    }
}
