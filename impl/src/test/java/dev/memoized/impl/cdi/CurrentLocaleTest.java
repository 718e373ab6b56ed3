package dev.memoized.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.impl.plan.Problems;
import jakarta.enterprise.context.ContextNotActiveException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Where the locale of a request comes from. */
class CurrentLocaleTest {
    private final RequestLanguage request = new RequestLanguage();
    private final List<AcceptedLanguages> kinds = new ArrayList<>();

    @Test
    void firstKindThatHasAHeader_isBelieved() {
        kinds.add(kind(2, "fr"));
        kinds.add(kind(1, "de"));

        assertThat(locale("en,fr,de").capture()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void kindWithoutHeader_isPassedOver() {
        kinds.add(kind(1, null));
        kinds.add(kind(2, "fr"));

        assertThat(locale("en,fr").capture()).isEqualTo(Locale.FRENCH);
    }

    @Test
    void requestWithoutHeader_hasTheDefault() {
        kinds.add(kind(1, null));

        assertThat(locale("de,fr").capture()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void restoredLocale_isCapturedAgain_whateverTheHeaderSays() {
        kinds.add(kind(1, "fr"));
        CurrentLocale locale = locale("en,fr");
        locale.restore(Locale.forLanguageTag("pt-BR"));

        assertThat(locale.capture()).isEqualTo(Locale.forLanguageTag("pt-BR"));
    }

    @Test
    void headerThatAFilterFound_isReadWhenItIsAskedFor() {
        AtomicReference<String> header = new AtomicReference<>("fr");
        request.readHeaderFrom(header::get);
        header.set("de");

        assertThat(request.header()).isEqualTo("de");
        assertThat(request.restored()).isNull();
    }

    @Test
    void outsideOfRequests_theDefaultHolds_andNothingCanBeRestored() {
        kinds.add(kind(1, "fr"));
        CurrentLocale locale = new CurrentLocale();
        locale.open(supported("de,fr"), new OutsideOfRequests(), kinds);

        assertThat(locale.capture()).isEqualTo(Locale.GERMAN);
        assertThatThrownBy(() -> locale.restore(Locale.FRENCH)).isInstanceOf(ContextNotActiveException.class);
    }

    @Test
    void value_hasAName_andStandsForNoType() {
        assertThat(locale("en").name()).isEqualTo("locale");
        assertThat(locale("en").covers()).isEmpty();
    }

    private CurrentLocale locale(String setting) {
        CurrentLocale locale = new CurrentLocale();
        locale.open(supported(setting), request, kinds);
        return locale;
    }

    private static SupportedLocales supported(String setting) {
        return SupportedLocales.read(key -> setting, new Problems());
    }

    private static AcceptedLanguages kind(int order, String header) {
        return new AcceptedLanguages() {
            @Override
            public String header() {
                return header;
            }

            @Override
            public int order() {
                return order;
            }
        };
    }

    /** What a container's proxy does there. */
    private static final class OutsideOfRequests extends RequestLanguage {
        @Override
        Locale restored() {
            throw new ContextNotActiveException();
        }

        @Override
        void restore(Locale locale) {
            throw new ContextNotActiveException();
        }
    }
}
