package dev.memoized.impl.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** C-44: different arguments have different keys, equal ones equal keys, in memory and as text. */
class DistinctKeysTest {
    private static final List<Sample> SAMPLES = Sample.all();

    @Test
    void differentArguments_haveDifferentKeys() {
        assertThat(Clashes.between(SAMPLES, KeyUnderTest.OURS)).isEmpty();
    }

    @Test
    void differentArguments_haveDifferentTexts() {
        assertThat(Clashes.between(SAMPLES, KeyUnderTest.OUR_TEXT)).isEmpty();
    }

    @Test
    void equalArguments_haveEqualKeys() {
        assertThat(Clashes.withThemselves(SAMPLES, KeyUnderTest.OURS)).isEmpty();
    }

    @Test
    void equalArguments_haveEqualTexts() {
        assertThat(Clashes.withThemselves(SAMPLES, KeyUnderTest.OUR_TEXT)).isEmpty();
    }

    @Test
    void mutantsThatConfuse_areFound() {
        Map<KeyUnderTest, String> clashes = Map.of(
                new JoinedTextKey(), "(\"a\", \"b\") = (\"a,b\")",
                new UntypedKey(), "1 = 1L",
                new NullAsTextKey(), "null = \"null\"",
                new ConstantByNameKey(), "Colour.RED = \"RED\"",
                new SignlessZeroKey(), "0.0 = -0.0",
                new ArrayAsListKey(), "Integer[]{1} = list(1)",
                new FlattenedKey(), "((1, 2), 3) = (1, (2, 3))",
                new LocaleByTextKey(), "Locale zh__#Hant, as variant = Locale zh-Hant",
                new Utf8Key(), "lone high surrogate = another lone high surrogate");
        clashes.forEach((mutant, clash) -> assertThat(Clashes.between(SAMPLES, mutant))
                .as(mutant.getClass().getSimpleName())
                .anyMatch(found -> found.equals(clash) || found.equals(reversed(clash))));
    }

    @Test
    void mutantsThatSplit_areFound() {
        assertThat(Clashes.withThemselves(SAMPLES, new ArrayByReferenceKey())).contains("int[]{1}", "String[]{}");
        assertThat(Clashes.withThemselves(SAMPLES, new SetAsListKey())).contains("set(1, 2)");
    }

    private static String reversed(String clash) {
        String[] sides = clash.split(" = ", 2);
        return sides[1] + " = " + sides[0];
    }
}
