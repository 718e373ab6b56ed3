package dev.memoized.impl.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.memoized.impl.backend.Killed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each defect is found by each check that names it, and none is named by nobody. */
class MutantsTest {
    private static final Path DOCS = Path.of("../docs/proof");

    /** Some mutants never come back; nothing else takes as long. */
    private static final Duration HANGS_AFTER = Duration.ofSeconds(2);

    private final ExecutorService some = Executors.newFixedThreadPool(4);

    @AfterEach
    void close() {
        some.shutdownNow();
    }

    /** Some at once, because those that hang need no processor. */
    @TestFactory
    List<DynamicTest> mutant_isKilled() {
        return Rules.checks()
                .flatMap(check -> check.kills().stream().map(defect -> dies(defect, check)))
                .toList();
    }

    private DynamicTest dies(Defect defect, Check check) {
        Future<Throwable> failure =
                some.submit(() -> catchThrowable(() -> check.run(new NaiveMemoizing(defect), HANGS_AFTER)));
        return DynamicTest.dynamicTest(defect + " by " + check, () -> assertThat(failure.get(1, TimeUnit.MINUTES))
                .as("what %s says of %s", check, defect)
                .isNotNull());
    }

    static List<Killed> flawsOfRooms() {
        return RoomFlaws.all();
    }

    @ParameterizedTest
    @MethodSource("flawsOfRooms")
    void flawOfARoom_isFound(Killed flaw, @TempDir Path folder) throws Exception {
        flaw.check(folder);
    }

    @ParameterizedTest
    @MethodSource("flawsOfRooms")
    void roomAsItIs_passes(Killed flaw, @TempDir Path empty) throws Exception {
        flaw.checkRoom(empty);
    }

    @Test
    void everyDefect_isNamedByACheck() {
        List<Defect> named = Rules.checks()
                .flatMap(check -> check.kills().stream())
                .distinct()
                .toList();
        List<Defect> all = Arrays.stream(Defect.values())
                .filter(defect -> defect != Defect.NONE)
                .toList();
        assertThat(named).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void everyCheck_killsSomething() {
        assertThat(Rules.checks()).isNotEmpty().noneMatch(check -> check.kills().isEmpty());
    }

    @Test
    void everyRule_isInTheTable() throws IOException {
        try (Stream<Path> classes = Files.list(Path.of("src/test/java/dev/memoized/impl/proof"))) {
            assertThat(classes.map(path -> path.getFileName().toString())
                            .filter(name -> name.matches("R\\d+.*\\.java")))
                    .containsExactlyInAnyOrderElementsOf(Rules.ALL.stream()
                            .map(rule -> rule.getSimpleName() + ".java")
                            .toList());
        }
    }

    @Test
    void everyRow_isShownByACheck() {
        assertThat(Row.values()).noneMatch(row -> Rows.of(row).isEmpty());
    }

    @Test
    void everyRowOfARoom_isShownByATestThatKillsSomething() {
        assertThat(RoomRows.values()).noneMatch(row -> row.kills().isEmpty());
    }

    @Test
    void everyCheckOfARow_isOfOneThatIsListed() {
        assertThat(Rules.checks()
                        .filter(check -> check.method().getName().matches("C[-_]?\\d.*"))
                        .filter(check -> Arrays.stream(Row.values()).noneMatch(row -> row.isShownBy(check))))
                .isEmpty();
    }

    @Test
    void tableOfRules_saysWhatIsHere() throws IOException {
        says(DOCS.resolve("rules.md"), Rules.table());
    }

    @Test
    void tableOfRows_saysWhatIsHere() throws IOException {
        says(DOCS.resolve("s1.md"), Rows.table());
    }

    private static void says(Path page, String text) throws IOException {
        if (Boolean.getBoolean("memoized.write-docs")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, text);
        }
        assertThat(page).as("write it again with -Dmemoized.write-docs=true").hasContent(text);
    }
}
