package dev.memoized.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.Callers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The locale of a request over HTTP. */
@Timeout(60)
class RequestLocaleTest {

    private static LocaleServer server;

    @BeforeAll
    static void open() {
        server = LocaleServer.open();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void languageOfTheRequest_isNarrowedToTheSetting() {
        LocaleServer.assertNarrowed(server::locale);
    }

    @Test
    void filterOfOurs_isLoadedAsAService() {
        assertThat(server.providers()).contains("RestLanguages$HeaderFilter");
    }

    @Test
    void languageOfAServletRequest_isNarrowedToTheSetting() {
        LocaleServer.assertNarrowed(server::localeOfServlet);
        assertThat(server.localeOfServlet("fr;q=high, pt-BR")).isEqualTo("pt-BR");
    }

    @Test
    void languageThatALaterFilterSets_isBelieved() {
        assertThat(server.localeWith("pt-BR", "fr")).isEqualTo("pt-BR");
    }

    @Test
    void unreadablePartOfTheHeader_isPassedOver() {
        assertThat(server.localeWith("fr;q=high, pt-BR", "fr")).isEqualTo("pt-BR");
        assertThat(server.localeWith("fr;q=high", "fr")).isEqualTo("en");
    }

    @Test
    void requestsAtTheSameTime_doNotMix() {
        List<String> languages = List.of("en", "fr", "pt-BR");
        try (Callers<List<String>> callers =
                Callers.start(12, number -> answersTo(languages.get(number % languages.size())))) {
            List<List<String>> answers = callers.values();
            for (int number = 0; number < answers.size(); number++) {
                assertThat(answers.get(number)).containsExactly(languages.get(number % languages.size()));
            }
        }
    }

    private static List<String> answersTo(String language) {
        return Stream.generate(() -> server.locale(language))
                .limit(20)
                .distinct()
                .toList();
    }
}
