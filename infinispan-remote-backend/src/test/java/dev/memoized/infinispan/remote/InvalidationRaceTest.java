package dev.memoized.infinispan.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.FlawedClass;
import dev.memoized.testing.FlawedClass.Flaw;
import java.nio.file.Path;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class InvalidationRaceTest {
    private static final int ROUNDS = 500 * Integer.getInteger("memoized.rounds", 1);
    private static final int ATTEMPTS = 10;

    @Test
    void whatIsDroppedByAnotherClientDuringItsComputation_isNeverRead() {
        assertThat(new OldValues().applyAsInt(ROUNDS)).isZero();
    }

    @Test
    void publishThatOverwritesADelete_isFound(@TempDir Path folder) throws Exception {
        assertFound(
                folder,
                Flaws.of(
                        "RemoteCells",
                        "seen.version(), life, MILLISECONDS",
                        "see(name).version(), life, MILLISECONDS"));
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

    private static void assertFound(Path folder, Flaw flaw) throws Exception {
        IntUnaryOperator flawed = FlawedClass.around(OldValues.class, folder, flaw);
        assertThat(IntStream.range(0, ATTEMPTS).anyMatch(attempt -> flawed.applyAsInt(1_000) > 0))
                .isTrue();
    }
}
