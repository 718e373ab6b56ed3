package dev.memoized.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    private static final Code EXAMPLES = new Code(null, House.sources(House.EXAMPLES));

    static List<Rule> rules() {
        return ExampleRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleOfExamples_isKept(Rule rule) {
        assertThat(Exemptions.remaining(rule, EXAMPLES)).isEmpty();
    }

    @Test
    void examples_areRead_withTheirTestsAndResources() {
        assertThat(EXAMPLES.sources())
                .extracting(Source::path)
                .anyMatch(path -> path.matches("examples/bookshop/src/main/java/.*\\.java"))
                .anyMatch(path -> path.matches("examples/bookshop/src/test/java/.*\\.java"))
                .anyMatch(path -> path.matches("examples/bookshop/src/main/resources/.*"));
    }
}
