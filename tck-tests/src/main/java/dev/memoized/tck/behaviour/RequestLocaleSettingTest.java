package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.RequestLocale;
import dev.memoized.tck.Deployment;
import dev.memoized.tck.TestContainer;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The locales that an application speaks. */
@Timeout(60)
class RequestLocaleSettingTest {
    private static final String SETTING = "memoized.locales";

    @AfterEach
    void forget() {
        System.clearProperty(SETTING);
    }

    @Test
    void first_locale_of_the_setting_holds_where_nobody_asks() {
        System.setProperty(SETTING, "pt-BR,en");
        try (TestContainer.Running app = TestContainer.find().start(Deployment.of())) {
            RequestLocale locale = app.get(RequestLocale.class);
            assertThat(locale.capture()).isEqualTo(Locale.forLanguageTag("pt-BR"));
            assertThat(app.inRequest(locale::capture)).isEqualTo(Locale.forLanguageTag("pt-BR"));
        }
    }

    @Test
    void setting_is_read_once() {
        System.setProperty(SETTING, "pt-BR");
        try (TestContainer.Running app = TestContainer.find().start(Deployment.of())) {
            RequestLocale locale = app.get(RequestLocale.class);
            locale.capture();
            System.setProperty(SETTING, "fr");
            assertThat(locale.capture()).isEqualTo(Locale.forLanguageTag("pt-BR"));
        }
    }

    @Test
    void unreadable_tags_are_refused_together() {
        System.setProperty(SETTING, "en_US,fr,*");
        assertThat(Refused.deploying().problems())
                .containsExactly(
                        "MEMO0213 configuration: \"en_US\" in memoized.locales is no language tag."
                                + " Write tags such as \"en\", \"pt-BR\", separated by commas.",
                        "MEMO0213 configuration: \"*\" in memoized.locales is no language tag."
                                + " Write tags such as \"en\", \"pt-BR\", separated by commas.");
    }
}
