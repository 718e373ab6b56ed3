import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints "passed failed skipped" over all reports of a plugin, surefire or failsafe, below the working directory, and what failed to the
 * error output. What a test has let slip into its output that is secret counts as a failure: keys and values of the suites contain it.
 */
class CountTests {
    private static final String SECRET = "4111-1111-1111-1111";

    private int passed;
    private int failed;
    private int skipped;

    public static void main(String[] args) throws IOException {
        var count = new CountTests();
        reports(args[0]).forEach(count::read);
        System.out.println(count.passed + " " + count.failed + " " + count.skipped);
    }

    private static List<Path> reports(String plugin) throws IOException {
        String pattern = "(.*/)?target/" + plugin + "-reports/TEST-[^/]*\\.xml";
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(file -> file.toString().matches(pattern))
                    .sorted()
                    .toList();
        }
    }

    private void read(Path report) {
        try (var in = Files.newInputStream(report)) {
            add(XMLInputFactory.newFactory().createXMLStreamReader(in), report);
        } catch (IOException | XMLStreamException e) {
            failed++;
            System.err.println(report + " cannot be read: " + e.getMessage());
        }
    }

    /** To the end of the file, so that a cut-off report does not pass. */
    private void add(XMLStreamReader xml, Path report) throws XMLStreamException {
        xml.nextTag();
        int tests = number(xml, "tests");
        int bad = number(xml, "failures") + number(xml, "errors");
        int left = number(xml, "skipped");
        String test = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String element = xml.getLocalName();
            if (element.equals("testcase")) {
                test = xml.getAttributeValue(null, "classname") + "." + xml.getAttributeValue(null, "name");
            } else if (element.equals("failure") || element.equals("error")) {
                System.err.println(test + ": " + firstLines(xml.getElementText()));
            } else if (isOutput(element)) {
                lookForSecrets(xml.getElementText(), report);
            }
        }
        passed += tests - bad - left;
        failed += bad;
        skipped += left;
        if (bad + left > 0) {
            System.err.println(report + ": " + bad + " failed, " + left + " skipped");
        }
    }

    private static String firstLines(String failure) {
        return failure.lines().limit(25).collect(Collectors.joining("\n    "));
    }

    private static boolean isOutput(String element) {
        return element.equals("system-out") || element.equals("system-err");
    }

    private void lookForSecrets(String output, Path report) {
        if (output.contains(SECRET)) {
            failed++;
            System.err.println(report + ": the output has a key or a value in it");
        }
    }

    private static int number(XMLStreamReader xml, String name) {
        return Integer.parseInt(xml.getAttributeValue(null, name));
    }
}
