package dev.memoized.impl.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/**
 * The texts are equal on every node, JVM and release: a line of the file is never changed, only added. What must change
 * raises the format number of {@link CanonicalForm}.
 */
class GoldenKeysTest {

    @Test
    void texts_areThoseOfAllReleases() throws IOException {
        assertThat(lines()).isEqualTo(golden());
    }

    @Test
    void texts_doNotDependOnLocaleAndTimeZone() throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertThat(lines()).isEqualTo(golden());
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static List<String> lines() {
        return Sample.all().stream()
                .map(sample -> sample.label() + " = "
                        + KeyUnderTest.OUR_TEXT.key(sample.arguments().get()))
                .toList();
    }

    private static List<String> golden() throws IOException {
        try (InputStream file = GoldenKeysTest.class.getResourceAsStream("golden-keys.txt")) {
            return Arrays.asList(new String(file.readAllBytes(), UTF_8).split("\n"));
        }
    }
}
