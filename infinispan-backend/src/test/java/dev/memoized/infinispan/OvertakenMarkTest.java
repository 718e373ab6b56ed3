package dev.memoized.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.FlawedClass;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OvertakenMarkTest {

    @ParameterizedTest
    @ValueSource(strings = {"HARD", "SOFT"})
    void invalidationThatAReplacementOvertakes_countsForIt(String mode) {
        assertThat(new OvertakenMark().apply(mode)).isFalse();
    }

    @Test
    void markThatKeepsTheHigherNumber_isFound(@TempDir Path folder) throws Exception {
        Function<String, Boolean> flawed = FlawedClass.around(
                OvertakenMark.class, folder, Flaws.ofCells("Ledger", "former.isRaisedTo(number, mode)", "number < 0"));
        assertThat(flawed.apply("HARD")).isTrue();
    }
}
