package dev.memoized.impl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    private static final Settings SETTINGS = Map.of("books.age", "1h", "empty", "")::get;

    @ParameterizedTest
    @CsvSource({
        "90s, 90s",
        "${books.age}, 1h",
        "' ${books.age} ', 1h",
        "${books.age:5m}, 1h",
        "${none:5m}, 5m",
        "${none:PT5M}, PT5M",
        "${none:}, ''",
        "${none:a:b}, a:b",
        "$books.age, $books.age",
    })
    void resolve_findsTheSettingOrWhatElse(String text, String resolved) {
        assertThat(Expression.resolve(text, SETTINGS)).isEqualTo(resolved);
    }

    @Test
    void resolve_ofAKeyThatIsNotSet_isNothing() {
        assertThat(Expression.resolve("${none}", SETTINGS)).isNull();
    }

    @Test
    void ofSystem_readsPropertiesThenTheEnvironment() {
        System.setProperty("memoized.test-setting", "here");
        try {
            assertThat(Settings.ofSystem().find("memoized.test-setting")).isEqualTo("here");
        } finally {
            System.clearProperty("memoized.test-setting");
        }
        assertThat(Settings.ofSystem().find("memoized.test-setting")).isNull();
        String name = System.getenv().keySet().stream()
                .filter(each -> each.matches("[A-Z_]+"))
                .findFirst()
                .orElseThrow();
        assertThat(Settings.ofSystem()
                        .find(name.toLowerCase(java.util.Locale.ROOT).replace('_', '.')))
                .isEqualTo(System.getenv(name));
    }
}
