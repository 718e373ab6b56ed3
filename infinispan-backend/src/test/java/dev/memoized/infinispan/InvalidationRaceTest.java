package dev.memoized.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.FlawedClass;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(600)
class InvalidationRaceTest {
    private static final int ROUNDS = 250 * Integer.getInteger("memoized.rounds", 1);
    private static final int ATTEMPTS = 10;

    @ParameterizedTest
    @MethodSource("dev.memoized.infinispan.OldValues#modes")
    void whatIsDroppedByAnotherMemberDuringItsComputation_isNeverRead(String mode) {
        assertThat(new OldValues().apply(mode, ROUNDS)).isZero();
    }

    @Test
    void publishThatOverwritesADelete_isFound(@TempDir Path folder) throws Exception {
        assertFound(
                folder,
                Flaws.of(
                        "CellsInCache",
                        "cache.replace(name, bytes, next, life, MILLISECONDS)",
                        "cache.put(name, next, life, MILLISECONDS) != null"));
    }

    @Test
    void publishWithTheNumberOfItsEnd_isFound(@TempDir Path folder) throws Exception {
        assertFound(
                folder,
                Flaws.ofCells(
                        "Leasing",
                        "judge.held(entry, lease.asOf(), life, null)",
                        "judge.held(entry, ledger.number(), life, null)"));
    }

    private static void assertFound(Path folder, FlawedClass.Flaw flaw) throws Exception {
        BiFunction<String, Integer, Integer> flawed = FlawedClass.around(OldValues.class, folder, flaw);
        assertThat(IntStream.range(0, ATTEMPTS).anyMatch(attempt -> flawed.apply("copies", 1_000) > 0))
                .isTrue();
    }
}
