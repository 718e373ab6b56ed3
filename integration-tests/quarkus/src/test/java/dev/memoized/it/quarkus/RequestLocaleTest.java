package dev.memoized.it.quarkus;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.RequestLocale;
import dev.memoized.testing.Callers;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.RecordingListener;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The locale of a request to Quarkus REST, which loads no features as services. */
@QuarkusTest
@Timeout(60)
class RequestLocaleTest {
    private static final String DEFAULT = Locale.getDefault().toLanguageTag();
    private static final Locale RESTORED = Locale.forLanguageTag("zh-Hant");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String key = UUID.randomUUID().toString();

    @TestHTTPResource
    URL url;

    @Inject
    RequestLocale locale;

    @Inject
    ManualClock clock;

    @Inject
    RecordingListener listener;

    @BeforeEach
    void forget() {
        listener.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"locale", "locale/event-loop"})
    void first_language_of_the_request_is_captured(String path) throws Exception {
        assertThat(get(path, "pt-BR-u-ca-buddhist, fr;q=0.9, en;q=0.8")).isEqualTo("pt-BR");
        assertThat(get(path, "de;q=0.1", "fr-CH;q=0.5")).isEqualTo("fr-CH");
        assertThat(get(path)).isEqualTo(DEFAULT);
        assertThat(get(path, "*")).isEqualTo(DEFAULT);
        assertThat(get(path, "-, fr;q=high")).isEqualTo(DEFAULT);
    }

    @Test
    void requests_at_the_same_time_do_not_mix() {
        List<String> languages = List.of("de", "fr", "pt-BR");
        try (Callers<List<String>> callers =
                Callers.start(12, number -> answersTo(languages.get(number % languages.size())))) {
            List<List<String>> answers = callers.values();
            for (int number = 0; number < answers.size(); number++) {
                assertThat(answers.get(number)).containsExactly(languages.get(number % languages.size()));
            }
        }
    }

    private List<String> answersTo(String language) {
        return Stream.generate(() -> {
                    try {
                        return get("locale", language);
                    } catch (IOException | InterruptedException e) {
                        throw new AssertionError("no answer", e);
                    }
                })
                .limit(20)
                .distinct()
                .toList();
    }

    @Test
    void renewal_of_a_method_that_varies_by_it_sees_the_locale_of_its_caller() throws Exception {
        String german = get("locale/declared/" + key, "de");
        String french = get("locale/declared/" + key, "fr");
        assertThat(german).matches("de (\\d+), then de \\1");
        assertThat(french).matches("fr (\\d+), then fr \\1");

        clock.advance(Duration.ofMinutes(2));
        String old = french.substring(0, french.indexOf(','));
        assertThat(get("locale/declared/" + key, "fr"))
                .matches(old + ", then fr \\d+")
                .isNotEqualTo(french);
        assertThat(listener.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED, FRESH, STALE, FRESH);
    }

    @Test
    void renewal_of_a_method_that_does_not_sees_the_language_of_no_request() throws Exception {
        get("locale/undeclared/" + key, "pt-BR");
        clock.advance(Duration.ofMinutes(2));
        assertThat(get("locale/undeclared/" + key, "zh-Hant")).matches("pt-BR \\d+, then " + DEFAULT + " \\d+");
        assertThat(listener.outcomes()).containsExactly(COMPUTED, FRESH, STALE, FRESH);
    }

    @Test
    void restored_locale_is_captured_again_until_its_request_ends() throws Exception {
        Locale captured = Request.in(() -> {
            locale.restore(RESTORED);
            assertThat(Request.in(locale::capture)).isEqualTo(Locale.getDefault());
            return locale.capture();
        });
        assertThat(captured).isEqualTo(RESTORED);
        assertThat(Request.in(locale::capture)).isEqualTo(Locale.getDefault());
    }

    @Test
    void outside_of_requests_it_is_the_locale_of_the_jvm() {
        try (Callers<Locale> caller = Callers.start("outside", 1, number -> locale.capture())) {
            assertThat(caller.values()).containsExactly(Locale.getDefault());
        }
    }

    private String get(String path, String... languages) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        Stream.of(languages).forEach(each -> request.header("Accept-Language", each));
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }
}
