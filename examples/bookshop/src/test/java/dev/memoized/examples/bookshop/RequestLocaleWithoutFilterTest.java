package dev.memoized.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The locale where Jakarta REST loads no services, and has a bean of the request's headers. */
@Timeout(60)
class RequestLocaleWithoutFilterTest {

    @Test
    void languageOfTheRequest_isNarrowedToTheSetting() {
        try (LocaleServer server = LocaleServer.openWithoutServices()) {
            assertThat(server.providers()).isEmpty();
            LocaleServer.assertNarrowed(server::locale);
            assertThat(server.localeWith("pt-BR", "fr")).isEqualTo("pt-BR");
        }
    }
}
