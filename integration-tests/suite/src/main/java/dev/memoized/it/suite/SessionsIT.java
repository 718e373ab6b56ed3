package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions of HTTP, where a runtime has them. */
@ExtendWith(Deployed.class)
class SessionsIT {
    private final Sight sight;

    SessionsIT(Client client) {
        this.sight = new Sight(client);
    }

    @Test
    void computationInTheCaller_seesItsSession() {
        assertThat(sight.ofTheCaller("session-of-the-caller").get("session")).isEqualTo(Setup.READER);
    }

    @Test
    void renewal_seesNoSession() {
        assertThat(sight.ofARenewal("session").get("session")).isEqualTo("nothing");
    }
}
