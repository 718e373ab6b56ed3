package dev.memoized.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.plan.Problems;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which locale a request gets. */
class SupportedLocalesTest {
    private static final Locale DEFAULT = new Locale.Builder().setLanguage("ja").build();

    private final Locale before = Locale.getDefault();
    private final Problems problems = new Problems();

    @BeforeEach
    void speakJapanese() {
        Locale.setDefault(DEFAULT);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fr                                | fr
                    fr-CH                             | fr
                    FR-ch                             | fr
                    pt-BR                             | pt-BR
                    pt-br-x-private                   | pt-BR
                    pt-PT                             | en
                    pt                                | en
                    zh-Hant-TW                        | zh-Hant
                    zh-TW                             | en
                    iw                                | he
                    fr-u-ca-buddhist                  | fr
                    de, fr                            | fr
                    de;q=0.9, fr;q=0.1, pt-BR;q=0.5   | pt-BR
                    fr;q=0.5, pt-BR;q=0.5             | fr
                    fr;q=0.1, pt-BR                   | pt-BR
                    fr;q=0, pt-BR;q=0.1               | pt-BR
                    fr;q=0                            | en
                    fr-CH, fr;q=0                     | en
                    *                                 | en
                    *, fr;q=0.1                       | fr
                    de, *;q=0.5                       | en
                    'fr ;q=0.5 '                      | fr
                    en_US, fr;q=0.5                   | fr
                    fr;q=high, pt-BR                  | pt-BR
                    fr;q=2, pt-BR;q=0.1               | pt-BR
                    -, fr                             | fr
                    ',,fr,,'                          | fr
                    ;q=1                              | en
                    ''                                | en
                    """)
    void header_isNarrowedToTheSetting(String header, String expected) {
        assertThat(supported("en,fr,pt-BR,zh-Hant,he").narrow(header)).isEqualTo(Locale.forLanguageTag(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fr                                | fr
                    FR-ch                             | fr-CH
                    zh-hant-tw                        | zh-Hant-TW
                    de-CH-1996                        | de-CH
                    ar-u-nu-latn                      | ar
                    en-US-x-private                   | en-US
                    iw                                | he
                    de;q=0.5, fr;q=0.9                | fr
                    fr;q=0, de;q=0.1                  | de
                    fr;q=0                            | ja
                    *                                 | ja
                    *, fr;q=0.5                       | fr
                    *-CH, fr;q=0.5                    | fr
                    x-private, fr                     | fr
                    en_US, fr;q=0.5                   | fr
                    -                                 | ja
                    ''                                | ja
                    """)
    void header_withoutSetting_givesItsFirstLanguageWithoutExtensions(String header, String expected) {
        assertThat(supported(null).narrow(header)).isEqualTo(Locale.forLanguageTag(expected));
    }

    @Test
    void noHeader_givesTheDefault() {
        assertThat(supported("fr,en").narrow(null)).isEqualTo(Locale.FRENCH);
        assertThat(supported(null).narrow(null)).isEqualTo(DEFAULT);
    }

    @Test
    void defaultWithoutSetting_followsTheJvm() {
        SupportedLocales locales = supported(null);
        assertThat(locales.otherwise()).isEqualTo(DEFAULT);

        Locale.setDefault(Locale.ITALY);

        assertThat(locales.otherwise()).isEqualTo(Locale.ITALY);
    }

    @Test
    void anyHeader_givesASupportedLocale() {
        SupportedLocales locales = supported("en,fr");
        Random random = new Random(4647);
        for (int round = 0; round < 20_000; round++) {
            assertThat(locales.narrow(text(random))).isIn(Locale.ENGLISH, Locale.FRENCH);
        }
    }

    private static String text(Random random) {
        String letters = "frenz-*;q=0.15, _\t\nx\u00e9\u0130";
        return random.ints(random.nextInt(12), 0, letters.length())
                .mapToObj(letters::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    @Test
    void setting_isReadInItsOrder() {
        assertThat(supported(" en , FR,pt-br ").locales())
                .containsExactly(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("pt-BR"));
        assertThat(problems.texts()).isEmpty();
    }

    @Test
    void settingThatIsNotThere_isNoProblem() {
        assertThat(supported(null).locales()).isEmpty();
        assertThat(problems.texts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en_US", "*", "", "x-private", "und", "e", "en-", "english!"})
    void unreadableTag_isAProblem_andTheOthersHold(String tag) {
        assertThat(supported("fr," + tag + ",en").locales()).containsExactly(Locale.FRENCH, Locale.ENGLISH);
        assertThat(problems.texts())
                .singleElement()
                .asString()
                .startsWith("MEMO0213 configuration: \"" + tag + "\" in memoized.locales is no language tag.");
    }

    @Test
    void eachUnreadableTag_isToldOfItself() {
        assertThat(supported("en_US,fr_FR").otherwise()).isEqualTo(DEFAULT);
        assertThat(problems.texts()).hasSize(2);
    }

    private SupportedLocales supported(String setting) {
        return SupportedLocales.read(key -> key.equals("memoized.locales") ? setting : null, problems);
    }
}
