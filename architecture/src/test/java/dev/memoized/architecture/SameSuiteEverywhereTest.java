package dev.memoized.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every container runs the whole behaviour suite, but ArC what it cannot. This module comes last, so their reports are there. */
class SameSuiteEverywhereTest {
    private static final List<String> CONTAINERS =
            List.of("tck-tests/weld5", "tck-tests/weld6", "tck-tests/openwebbeans", "tck-tests/arc");
    private static final int FEWEST = 200;

    @TempDir
    Path root;

    @Test
    void everyContainer_ranTheSameTests_andPassedThem() throws IOException {
        SuiteReports reports = new SuiteReports(House.ROOT, CONTAINERS);
        if (!reports.missing().isEmpty()) {
            String sentence = "no test reports of " + reports.missing() + ": run ./mvnw verify from the root";
            assertThat(System.getProperty("memoized.require", "")).as(sentence).isNotEqualTo("all");
            System.out.println("Not compared, " + sentence);
            return;
        }
        assertThat(reports.faults(FEWEST))
                .as("old reports? run ./mvnw clean verify; what is not on ArC is listed there")
                .containsExactlyInAnyOrderElementsOf(notOnArc());
    }

    /** What is listed there is not run there, and nothing else is left out. */
    private static List<String> notOnArc() throws IOException {
        Properties listed = new Properties();
        try (Reader list =
                Files.newBufferedReader(House.ROOT.resolve("tck-tests/arc/src/test/resources/not-on-arc.properties"))) {
            listed.load(list);
        }
        return listed.stringPropertyNames().stream()
                .map(test -> "tck-tests/arc did not run dev.memoized.tck.behaviour." + test)
                .toList();
    }

    @Test
    void suite_isTheSame_whenNamesAreEqual() {
        report("a", "<testcase classname='C' name='one'/><testcase classname='C' name='two'/>");
        report("b", "<testcase classname='C' name='two'/><testcase classname='C' name='one'/>");

        assertThat(reports().faults(2)).isEmpty();
    }

    @Test
    void test_thatOneContainerDidNotRun_isFound() {
        report("a", "<testcase classname='C' name='one'/><testcase classname='C' name='two'/>");
        report("b", "<testcase classname='C' name='one'/><testcase classname='D' name='two'/>");

        assertThat(reports().faults(2)).containsExactlyInAnyOrder("a did not run D.two", "b did not run C.two");
    }

    @Test
    void test_thatWasSkippedOrFailed_isFound() {
        report("a", "<testcase classname='C' name='one'><skipped/></testcase>");
        report("b", "<testcase classname='C' name='one'><error message='no'/></testcase>");

        assertThat(reports().faults(1)).containsExactlyInAnyOrder("a: C.one was skipped", "b: C.one failed");
    }

    @Test
    void suite_thatShrank_isFound() {
        report("a", "<testcase classname='C' name='one'/>");
        report("b", "<testcase classname='C' name='one'/>");

        assertThat(reports().faults(2))
                .containsExactlyInAnyOrder("a ran 1 tests, fewer than 2", "b ran 1 tests, fewer than 2");
    }

    @Test
    void report_thatIsCutOff_isFound() {
        report("a", "<testcase classname='C' name='one'>");
        report("b", "<testcase classname='C' name='one'/>");

        assertThat(reports().faults(1)).anyMatch(fault -> fault.contains("unreadable"));
    }

    @Test
    void container_withoutReports_isMissing() {
        report("a", "<testcase classname='C' name='one'/>");

        assertThat(reports().missing()).containsExactly("b");
    }

    private SuiteReports reports() {
        return new SuiteReports(root, List.of("a", "b"));
    }

    private void report(String module, String cases) {
        try {
            Path directory = Files.createDirectories(root.resolve(module).resolve("target/surefire-reports"));
            Files.writeString(directory.resolve("TEST-C.xml"), "<testsuite>" + cases + "</testsuite>");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
