package dev.memoized.impl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "90s, PT90S",
        "1h30m, PT1H30M",
        "1d, PT24H",
        "500ms, PT0.5S",
        "7us, PT0.000007S",
        "9ns, PT0.000000009S",
        "0s, PT0S",
        "' 5m ', PT5M",
        "5 m, PT5M",
        "PT1H, PT1H",
        "pt1h, PT1H",
        "P1D, PT24H",
        "106751d, PT2562024H",
        "1m1m, PT2M",
    })
    void read_ofADuration_isIt(String text, Duration duration) {
        assertThat(DurationText.read(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "5",
                "s",
                "-5s",
                "5x",
                "5s!",
                "x5s",
                "1h,30m",
                "1.5h",
                "PT",
                "P",
                "-PT1H",
                "PT-1H",
                "5S",
                "forever",
                "106752d",
                "999999999999999999d",
                "9999999999999999999s",
                "PT9999999999999H",
                "\u0665s"
            })
    void read_ofSomethingElse_isNothing(String text) {
        assertThat(DurationText.read(text)).isEmpty();
    }
}
