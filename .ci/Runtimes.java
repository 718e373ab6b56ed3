import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads what the suite has reported from each runtime, prints it as a table, and fails when one did not run the same tests
 * as the others. With {@code -Dmemoized.write-docs=true} it writes the page of the docs.
 */
class Runtimes {
    private static final Path PAGE = Path.of("docs/reference/runtimes.md");
    private static final String SUITE = "dev.memoized.it.suite.";

    private final Map<String, Run> runs = new TreeMap<>();

    /** The suite on one runtime. */
    private static final class Run {
        private final Set<String> suite = new TreeSet<>();
        private final String security;
        private final String without;
        private int tests;
        private int passed;
        private double seconds;
        private String redeployed = "";

        Run(String security, String without) {
            this.security = security;
            this.without = without;
        }

        /** Whether it has said of the test's class that it cannot run it. */
        boolean isWithout(String test) {
            List<String> classes = List.of(without.replaceFirst(":.*", "").split(", "));
            return classes.contains(test.replaceFirst("\\..*", ""));
        }

        void add(Element test) {
            tests++;
            boolean isGood = Stream.of("failure", "error", "skipped")
                    .allMatch(kind -> test.getElementsByTagName(kind).getLength() == 0);
            passed += isGood ? 1 : 0;
            if (test.getAttribute("classname").startsWith(SUITE)) {
                suite.add(test.getAttribute("classname").substring(SUITE.length()).replaceFirst("\\(.*", "") + "."
                        + test.getAttribute("name").replaceFirst("[({].*", ""));
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        Runtimes runtimes = new Runtimes();
        try (Stream<Path> files = Files.walk(Path.of("integration-tests"))) {
            for (Path report : files.filter(
                            file -> file.toString().matches(".*/target/failsafe-reports/TEST-[^/]*\\.xml"))
                    .sorted()
                    .toList()) {
                runtimes.read(report);
            }
        }
        System.out.print(runtimes.table());
        if (Boolean.getBoolean("memoized.write-docs")) {
            Files.writeString(PAGE, runtimes.page());
        }
        List<String> faults = runtimes.faults();
        faults.forEach(System.err::println);
        System.exit(faults.isEmpty() ? 0 : 1);
    }

    private void read(Path report) throws IOException, SAXException, ParserConfigurationException {
        Document xml = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(report.toFile());
        Optional<String> runtime = property(xml, "runtime");
        if (runtime.isEmpty()) {
            return; // several nodes of one
        }
        Run run = runs.computeIfAbsent(
                runtime.get() + " | " + property(xml, "jdk").orElseThrow(),
                first -> new Run(
                        property(xml, "security").orElse(""), property(xml, "without").orElse("")));
        run.seconds += Double.parseDouble(xml.getDocumentElement().getAttribute("time"));
        elements(xml, "testcase").forEach(run::add);
        elements(xml, "system-out")
                .flatMap(said -> said.getTextContent().lines())
                .filter(line -> line.startsWith("after ") && line.contains(" redeployments "))
                .forEach(line -> run.redeployed = line);
    }

    private static Optional<String> property(Document report, String name) {
        return elements(report, "property")
                .filter(property -> property.getAttribute("name").equals("memoized.it." + name))
                .map(property -> property.getAttribute("value"))
                .findFirst();
    }

    private static Stream<Element> elements(Document xml, String name) {
        NodeList found = xml.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements.stream();
    }

    private List<String> faults() {
        Set<String> all = new TreeSet<>();
        runs.values().forEach(run -> all.addAll(run.suite));
        List<String> faults = new ArrayList<>();
        runs.forEach((runtime, run) -> all.stream()
                .filter(test -> run.suite.contains(test) == run.isWithout(test))
                .map(test -> run.isWithout(test) ? " did run " + test : " did not run " + test)
                .forEach(fault -> faults.add(runtime + fault)));
        if (runs.isEmpty()) {
            faults.add("no reports of integration-tests: run ./mvnw -Pservers verify");
        }
        return faults;
    }

    private String table() {
        StringBuilder table = new StringBuilder("""
                | runtime | JDK | tests | passed | seconds | who may do what is asked by |
                |---|---:|---:|---:|---:|---|
                """);
        runs.forEach((runtime, run) -> table.append("| %s | %d | %d | %.0f | %s |%n"
                .formatted(runtime, run.tests, run.passed, run.seconds, run.security)));
        return table.toString();
    }

    private String without() {
        StringBuilder lines = new StringBuilder();
        runs.forEach((runtime, run) -> {
            if (!run.without.isEmpty()) {
                lines.append("- Not run on %s: %s%n".formatted(runtime.replace(" | ", ", JDK "), run.without));
            }
        });
        return lines.isEmpty() ? "" : lines.append("\n").toString();
    }

    private String redeployments() {
        StringBuilder lines = new StringBuilder();
        runs.forEach((runtime, run) -> {
            if (!run.redeployed.isEmpty()) {
                lines.append("- %s: %s%n".formatted(runtime.replace(" | ", ", JDK "), run.redeployed));
            }
        });
        return lines.toString();
    }

    private String page() {
        return """
                # Runtimes

                One application, deployed into each of them with the same jars, and one suite of tests over HTTP. Generated; `./mvnw -Pservers verify`, then `java -Dmemoized.write-docs=true .ci/Runtimes.java` writes it again.

                %s
                %sRun on %s; the seconds are those of the tests, with two starts of the runtime in them, one of them with an application that is refused. How to set each of them up: [WildFly](../howto/wildfly.md), [Payara Micro](../howto/payara.md), [Open Liberty](../howto/open-liberty.md), [Quarkus](../howto/quarkus.md), [Helidon MP](../howto/helidon.md). Weld SE 5 and 6, OpenWebBeans SE 4 and ArC of Quarkus run the behaviour suite of `tck-tests` in each build.

                ## Redeployment

                Each deployment is used before the next one takes its place. In the end it is counted how many class loaders still have the application's class, beside the running one, after a garbage collection; an application that does nothing, with an extension that does nothing, shows what the server leaves. No thread of the library outlives its application. An application that leaks on purpose, by a thread that never ends, is found on each of them by the same count. [Figures of several runs](../proof/redeployments.md).

                %s
                ## The tests

                | test | what happens |
                |---|---|
                %s"""
                .formatted(table(), without(), LocalDate.now(), redeployments(), tests());
    }

    private String tests() {
        StringBuilder rows = new StringBuilder();
        Set<String> all = new TreeSet<>();
        runs.values().forEach(run -> all.addAll(run.suite));
        for (String test : all) {
            String[] parts = test.split("\\.");
            rows.append("| `%s` | %s |%n".formatted(parts[0], words(parts[1])));
        }
        return rows.toString();
    }

    /** {@code twoLanguagesAtOnce_areNeverCrossed} as words. */
    private static String words(String name) {
        return name.replace("_", ", ").replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
