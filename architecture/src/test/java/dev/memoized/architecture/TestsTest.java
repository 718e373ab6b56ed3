package dev.memoized.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestsTest {
    private static final Code TESTS = new Code(null, House.sources(House.TESTS));

    static List<Rule> rules() {
        return TestRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleOfTests_isKept(Rule rule) {
        assertThat(Exemptions.remaining(rule, TESTS)).isEmpty();
    }

    @Test
    void testsOfEveryModule_areRead() {
        assertThat(TESTS.sources())
                .extracting(Source::path)
                .anyMatch(path -> path.startsWith("impl/src/test/"))
                .anyMatch(path -> path.startsWith("testing/src/test/"))
                .anyMatch(path -> path.startsWith("tck-tests/src/main/"))
                .anyMatch(path -> path.startsWith("examples/bookshop/src/test/"))
                .anyMatch(path -> path.startsWith("architecture/src/test/"));
    }
}
