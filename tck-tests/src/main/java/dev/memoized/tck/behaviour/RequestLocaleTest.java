package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.memoized.Memoized;
import dev.memoized.RequestLocale;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The locale of a request that is none of HTTP. */
@Timeout(60)
class RequestLocaleTest {
    private static final Locale RESTORED = Locale.forLanguageTag("pt-BR");
    private static final Locale OTHER = Locale.forLanguageTag("zh-Hant");

    @RegisterExtension
    static final Deployed app = Deployed.with(Speaker.class);

    private final RequestLocale locale = app.get(RequestLocale.class);
    private final String key = app.key();

    /** A bean whose answers depend on the locale. */
    @ApplicationScoped
    public static class Speaker {
        private final Body body = new Body();

        @Memoized(refreshAfter = "1m", expireAfter = "1h", varyBy = RequestLocale.class)
        public String answer(String key) {
            RequestLocale ofComputation =
                    CDI.current().select(RequestLocale.class).get();
            return body.compute(ofComputation.capture());
        }
    }

    @Test
    void outside_of_requests_it_is_the_locale_of_the_jvm() {
        assertThat(outside(locale::capture)).isEqualTo(Locale.getDefault());
    }

    @Test
    void inside_of_a_request_without_languages_it_is_the_locale_of_the_jvm() {
        assertThat(app.inRequest(locale::capture)).isEqualTo(Locale.getDefault());
    }

    @Test
    void restored_locale_is_captured_again() {
        assertThat(captureAfterRestoring(RESTORED)).isEqualTo(RESTORED);
    }

    @Test
    void restored_locale_ends_with_its_request() {
        captureAfterRestoring(RESTORED);
        assertThat(app.inRequest(locale::capture)).isEqualTo(Locale.getDefault());
        assertThat(outside(locale::capture)).isEqualTo(Locale.getDefault());
    }

    @Test
    void requests_at_the_same_time_do_not_mix() {
        Locale captured = app.inRequest(() -> {
            locale.restore(RESTORED);
            assertThat(app.inRequest(locale::capture)).isEqualTo(Locale.getDefault());
            assertThat(captureAfterRestoring(OTHER)).isEqualTo(OTHER);
            return locale.capture();
        });
        assertThat(captured).isEqualTo(RESTORED);
    }

    @Test
    void outside_of_requests_nothing_can_be_restored() {
        Throwable failure = outside(() -> catchThrowable(() -> locale.restore(RESTORED)));
        assertThat(failure).isInstanceOf(ContextNotActiveException.class);
    }

    @Test
    void method_that_varies_by_it_is_renewed_with_the_locale_of_its_caller() {
        assertThat(answerIn(RESTORED)).isEqualTo("pt_BR#1");
        assertThat(answerIn(OTHER)).isEqualTo("zh__#Hant#1");
        app.advance(Duration.ofMinutes(2));
        assertThat(answerIn(RESTORED)).isEqualTo("pt_BR#1");
        app.refresh();
        assertThat(answerIn(RESTORED)).isEqualTo("pt_BR#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, STALE, FRESH);
    }

    private String answerIn(Locale restored) {
        return app.inRequest(() -> {
            locale.restore(restored);
            return app.get(Speaker.class).answer(key);
        });
    }

    @Test
    void it_is_called_locale_and_covers_no_type() {
        assertThat(locale.name()).isEqualTo("locale");
        assertThat(locale.covers()).isEmpty();
    }

    /** On a thread of its own: OpenWebBeans has a request on the one that started it. */
    private static <T> T outside(Callable<T> work) {
        try (Callers<T> caller = Callers.start("outside", 1, number -> work.call())) {
            return caller.values().get(0);
        }
    }

    private Locale captureAfterRestoring(Locale restored) {
        return app.inRequest(() -> {
            locale.restore(restored);
            return locale.capture();
        });
    }
}
