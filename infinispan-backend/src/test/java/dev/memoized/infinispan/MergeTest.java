package dev.memoized.infinispan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.FlawedClass;
import java.nio.file.Path;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("chaos")
@Timeout(300)
class MergeTest {
    private static final int ROUNDS = 10 * Integer.getInteger("memoized.rounds", 1);

    @ParameterizedTest
    @MethodSource("dev.memoized.infinispan.OldValues#modes")
    void C70_whatOnePartHasDropped_isReadByNobodyAfterTheyHaveFoundEachOther(String mode) {
        assertThat(new OldAfterMerge().apply(mode, ROUNDS)).isZero();
    }

    @Test
    void valuesOfAnEarlierEra_areFound(@TempDir Path folder) throws Exception {
        BiFunction<String, Integer, Integer> flawed = FlawedClass.around(
                OldAfterMerge.class, folder, Flaws.ofCells("Table", "cell.era() == now ? cell", "now >= 0 ? cell"));
        assertThat(flawed.apply("copies", 3)).isPositive();
    }
}
