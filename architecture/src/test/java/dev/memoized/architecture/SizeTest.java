package dev.memoized.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SizeTest {
    private static final Code HOUSE = new Code(null, House.sources(House.MAIN));

    static List<Rule> rules() {
        return SizeRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleOfSizes_isKept(Rule rule) {
        assertThat(Exemptions.remaining(rule, HOUSE)).isEmpty();
    }

    @Test
    void everyModule_isRead() {
        assertThat(HOUSE.sources())
                .extracting(Source::name)
                .contains(
                        "dev.memoized.Memoized",
                        "dev.memoized.impl.engine.Engine",
                        "dev.memoized.testing.ManualClock",
                        "dev.memoized.tck.TestContainer",
                        "dev.memoized.examples.bookshop.Main");
    }

    @Test
    void line_ofCode_isNeitherBlankNorCommentNorImport() {
        String java =
                """
                package a;

                import b.C; // a comment

                /** Not this: "
                 * nor this */
                class D { /* here */ int e; // there
                    String f = "/* no comment";
                    char g = '"';
                    // int h;
                    String i = \"""
                        // text
                        \""";
                }
                """;

        assertThat(CodeLines.of(java).count()).isEqualTo(7);
    }
}
