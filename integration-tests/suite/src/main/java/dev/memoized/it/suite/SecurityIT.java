package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is denied a method is denied what is remembered of it. */
@ExtendWith(Deployed.class)
class SecurityIT {
    private static final int DENIED = 403;

    private final Client reader;
    private final Client guest;

    SecurityIT(Client client) {
        this.reader = client.as(Setup.READER);
        this.guest = client.as(Setup.GUEST);
    }

    private void assertGuarded(String path, String namespace) {
        assertThat(guest.get(path + "/plain/key").status()).as("control").isEqualTo(DENIED);
        assertThat(reader.get(path + "/plain/key").get("value")).isEqualTo("key");
        assertThat(reader.get(path + "/remembered/key").get("value")).isEqualTo("key");
        assertThat(reader.get(path + "/remembered/key").get("value")).isEqualTo("key");
        Reply before = reader.counts(namespace);
        assertThat(before.number("FRESH")).isPositive();

        assertThat(guest.get(path + "/remembered/key").status()).isEqualTo(DENIED);

        Reply after = reader.counts(namespace);
        assertThat(after.number("FRESH")).isEqualTo(before.number("FRESH"));
    }

    @Test
    void resource_deniesWhoHasNoRole_whatIsRemembered() {
        assertGuarded("guarded", "guarded");
    }

    @Test
    void bean_deniesWhoHasNoRole_whatIsRemembered() {
        assertGuarded("guarded/vault", "vault");
    }
}
