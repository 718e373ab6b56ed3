package dev.memoized.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code docs/howto/first-steps.md}: its figures are of a run, with {@code -Dmemoized.write-docs=true} of this one. */
final class StepsPage {

    static final Path PAGE = Path.of("../../docs/howto/first-steps.md");

    private static final boolean WRITE = Boolean.getBoolean("memoized.write-docs");
    private static final Pattern FIGURE = Pattern.compile("[0-9][0-9.,]*");

    private StepsPage() {}

    /** The page has that line, with these words; its figures are replaced by these when it is written. */
    static void line(String beginning, String rest) throws IOException {
        assertThat(replaced(beginning, rest).stream().map(StepsPage::words))
                .as("write it with -Dmemoized.write-docs=true")
                .contains(words(beginning + rest));
    }

    /** The page has a line with that beginning. Its rest is of the machine that has written it, and no other one's. */
    static void note(String beginning, String rest) throws IOException {
        assertThat(replaced(beginning, rest)).anyMatch(line -> line.startsWith(beginning));
    }

    private static List<String> replaced(String beginning, String rest) throws IOException {
        String line = beginning + rest;
        System.out.println(line);
        List<String> lines = Files.readAllLines(PAGE);
        if (!WRITE) {
            return lines;
        }
        List<String> written = lines.stream()
                .map(each -> each.startsWith(beginning) ? line : each)
                .toList();
        Files.write(PAGE, written);
        return written;
    }

    private static String words(String line) {
        return FIGURE.matcher(line).replaceAll("#");
    }

    /** What stands in the blocks of code of that language. */
    static List<String> blocks(Path page, String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\R(.*?)^```")
                .matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    static Stream<String> commands(Path page) throws IOException {
        return blocks(page, "sh").stream().flatMap(String::lines);
    }

    /** {@code "0.012 ms"}, {@code "312 ms"}. */
    static String millis(long nanos) {
        double millis = nanos / 1e6;
        return String.format(Locale.ROOT, millis < 0.1 ? "%.3f ms" : millis < 10 ? "%.2f ms" : "%.0f ms", millis);
    }
}
