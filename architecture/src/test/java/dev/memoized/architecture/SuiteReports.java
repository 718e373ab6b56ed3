package dev.memoized.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What surefire reported of one suite that several modules ran. */
final class SuiteReports {
    private final Map<String, List<Executed>> byModule = new TreeMap<>();
    private final Set<String> missing = new TreeSet<>();

    /**
     * One test.
     *
     * @param name of its class and itself
     * @param trouble empty when it passed
     */
    private record Executed(String name, String trouble) {}

    SuiteReports(Path root, List<String> modules) {
        for (String module : modules) {
            List<Path> reports = House.files(root.resolve(module), "target/surefire-reports/TEST-.*\\.xml", Set.of());
            if (reports.isEmpty()) {
                missing.add(module);
            } else {
                byModule.put(
                        module, reports.stream().flatMap(SuiteReports::read).toList());
            }
        }
    }

    /** The modules that were not run. */
    Set<String> missing() {
        return missing;
    }

    /** What is wrong with those that were: tests that did not pass, or that some of them did not run, or too few. */
    List<String> faults(int fewest) {
        List<String> faults = new ArrayList<>();
        Set<String> all = new TreeSet<>();
        byModule.keySet().forEach(module -> all.addAll(names(module)));
        byModule.forEach((module, tests) -> {
            Set<String> names = names(module);
            all.stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> faults.add(module + " did not run " + name));
            tests.stream()
                    .filter(test -> !test.trouble.isEmpty())
                    .forEach(test -> faults.add(module + ": " + test.name + " " + test.trouble));
            if (tests.size() < fewest) {
                faults.add(module + " ran " + tests.size() + " tests, fewer than " + fewest);
            }
        });
        return faults;
    }

    private Set<String> names(String module) {
        Set<String> names = new TreeSet<>();
        byModule.get(module).forEach(test -> names.add(test.name));
        return names;
    }

    private static Stream<Executed> read(Path report) {
        try {
            DocumentBuilder builder =
                    DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            NodeList cases = builder.parse(report.toFile()).getElementsByTagName("testcase");
            return IntStream.range(0, cases.getLength()).mapToObj(i -> executed((Element) cases.item(i)));
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            return Stream.of(new Executed(report.getFileName().toString(), "is unreadable: " + unreadable));
        }
    }

    private static Executed executed(Element test) {
        String trouble = Stream.of("failure", "error", "skipped")
                .filter(kind -> test.getElementsByTagName(kind).getLength() > 0)
                .findFirst()
                .map(kind -> kind.equals("skipped") ? "was skipped" : "failed")
                .orElse("");
        return new Executed(test.getAttribute("classname") + "." + test.getAttribute("name"), trouble);
    }
}
