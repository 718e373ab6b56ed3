import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Counts PIT's report by room and fails when too few mutations were killed or too many timed out. Arguments: PIT's
 * {@code mutations.xml}, and when the build began. With {@code -Dmemoized.write-docs=true} it writes the page of the docs.
 */
class MutationReport {
    private static final int KILLED_AT_LEAST = 80;
    private static final int TIMED_OUT_AT_MOST = 10;
    private static final Path PAGE = Path.of("docs/proof/mutation.md");
    private static final String ROOMS = "dev.memoized.impl.";
    private static final List<String> COLUMNS = List.of("KILLED", "TIMED_OUT", "SURVIVED", "NO_COVERAGE");

    /** How many mutations of each status, by room. */
    private final Map<String, Map<String, Integer>> rooms = new TreeMap<>();

    private final Map<String, Integer> all = new TreeMap<>();

    public static void main(String[] arguments) throws IOException, XMLStreamException, InterruptedException {
        var report = new MutationReport();
        report.read(Path.of(arguments[0]));
        System.out.print(report.table());
        if (Boolean.getBoolean("memoized.write-docs")) {
            Files.writeString(PAGE, report.page(Instant.parse(arguments[1])));
        }
        report.judge();
    }

    private void read(Path file) throws IOException, XMLStreamException {
        try (var in = Files.newInputStream(file)) {
            var xml = XMLInputFactory.newFactory().createXMLStreamReader(in);
            String status = "";
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    status = read(xml, status);
                }
            }
        }
    }

    /** The class comes after the status. */
    private String read(XMLStreamReader xml, String status) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "mutation" -> {
                return xml.getAttributeValue(null, "status");
            }
            case "mutatedClass" -> {
                String room = xml.getElementText().substring(ROOMS.length()).replaceFirst("\\..*", "");
                rooms.computeIfAbsent(room, none -> new TreeMap<>()).merge(status, 1, Integer::sum);
                all.merge(status, 1, Integer::sum);
            }
            default -> {}
        }
        return status;
    }

    private String table() {
        var table = new StringBuilder("""
                | room | mutations | killed | timed out | survived | no coverage | other | killed of all | timed out of all |
                |---|---:|---:|---:|---:|---:|---:|---:|---:|
                """);
        rooms.forEach((room, counts) -> table.append(row("`" + room + "`", counts)));
        return table.append(row("all", all)).toString();
    }

    private static String row(String name, Map<String, Integer> counts) {
        int total = total(counts);
        int known = COLUMNS.stream().mapToInt(status -> of(counts, status)).sum();
        Stream<String> numbers = Stream.concat(
                Stream.concat(Stream.of(total), COLUMNS.stream().map(status -> of(counts, status))).map(String::valueOf),
                Stream.of(String.valueOf(total - known), percent(counts, "KILLED"), percent(counts, "TIMED_OUT")));
        return "| " + name + " | " + String.join(" | ", numbers.toList()) + " |\n";
    }

    private static int of(Map<String, Integer> counts, String status) {
        return counts.getOrDefault(status, 0);
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String percent(Map<String, Integer> counts, String status) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * of(counts, status) / total(counts));
    }

    private String page(Instant began) throws IOException, InterruptedException {
        return """
                # Proof: what the tests notice

                Generated; `%s` writes it again. What is mutated, by which mutators and without which tests: [the profile](../internals/build.md#mutations).

                A mutation that times out was noticed too, by a test that no longer ends; it is counted apart and is not among the killed. "Other" are mutations that could not be run or exhausted the memory.

                %s
                At least %d %% must be killed and at most %d %% may time out, or the command fails.

                | date | commit | minutes | load |
                |---|---|---|---|
                | %s | %s | %d | %s |
                """
                .formatted(
                        "./mvnw -Pmutation -pl impl verify -Dmemoized.write-docs=true",
                        table(),
                        KILLED_AT_LEAST,
                        TIMED_OUT_AT_MOST,
                        LocalDate.ofInstant(began, ZoneOffset.UTC),
                        commit(),
                        Duration.between(began, Instant.now()).toMinutes(),
                        load());
    }

    private static String commit() throws IOException, InterruptedException {
        String changed = git("status", "--porcelain", "--", "*.java", "*.xml");
        return git("rev-parse", "--short", "HEAD") + (changed.isEmpty() ? "" : ", with changes");
    }

    private static String git(String... arguments) throws IOException, InterruptedException {
        Process git = new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (git.waitFor() != 0) {
            throw new IOException("git " + String.join(" ", arguments) + " failed");
        }
        return said;
    }

    /** With what the run itself puts on the machine. */
    private static String load() throws IOException {
        Path averages = Path.of("/proc/loadavg");
        String ofLastQuarter = Files.exists(averages) ? Files.readString(averages).split(" ")[2] : "not known";
        return ofLastQuarter + " over the last 15 minutes, on " + Runtime.getRuntime().availableProcessors() + " cores";
    }

    private void judge() {
        int total = total(all);
        boolean enough = 100 * of(all, "KILLED") >= KILLED_AT_LEAST * total;
        boolean endless = 100 * of(all, "TIMED_OUT") > TIMED_OUT_AT_MOST * total;
        if (total == 0 || !enough || endless) {
            System.err.printf(
                    "%d mutations: %s killed, wanted at least %d %%; %s timed out, wanted at most %d %%%n",
                    total,
                    percent(all, "KILLED"),
                    KILLED_AT_LEAST,
                    percent(all, "TIMED_OUT"),
                    TIMED_OUT_AT_MOST);
            System.exit(1);
        }
    }
}
