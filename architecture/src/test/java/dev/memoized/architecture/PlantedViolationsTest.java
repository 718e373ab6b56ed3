package dev.memoized.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is shown to bite, and to bite nothing else. */
class PlantedViolationsTest {

    static List<Rule> rules() {
        return Stream.of(RoomRules.ALL, SizeRules.ALL, ExampleRules.ALL, TestRules.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_rejectsItsPlants_andOnlyThem(Rule rule, @TempDir Path workshop) {
        Plants plants = new Plants(rule);

        assertThat(plants.guilty()).isNotEmpty();
        assertThat(plants.rejected(rule, workshop)).isEqualTo(plants.guilty());
    }

    @Test
    void everyPlant_belongsToARule() throws IOException {
        try (Stream<Path> directories = Files.list(Plants.DIRECTORY)) {
            assertThat(directories.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            rules().stream().map(Rule::name).toList());
        }
    }
}
