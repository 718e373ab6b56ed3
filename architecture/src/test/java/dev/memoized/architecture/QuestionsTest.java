package dev.memoized.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** README answers what newcomers ask: each question within two links. */
class QuestionsTest {
    private static final Path README = House.ROOT.resolve("README.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern SECTION = Pattern.compile("(?m)^#+ ");

    /** The answer is a word of a section that a link of the question leads to, or of a file that this section links to. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            where is the key made?               | interface KeyMaker
            where would I add a backend?         | `ByteBackend`
            what happens when Redis is down?     | whose backend is down computes, with the single flight of its own JVM
            how do I set this from the environment? | MEMOIZED_DEFAULT_JITTER
            why was this call slow?              | its own computation: the key was cold
            """)
    void question_isAnsweredWithinTwoLinks(String question, String answer) {
        List<String> questions = House.text(README)
                .lines()
                .filter(line -> line.startsWith("| " + question))
                .toList();
        assertThat(questions).as("README asks \"" + question + "\"").hasSize(1);

        List<Place> first = links(questions.get(0), README).toList();
        Stream<Place> second = first.stream().flatMap(place -> links(place.text(), place.file()));
        assertThat(first).as("the first link leads to a heading").element(0).matches(place -> !place.heading()
                .isEmpty());
        assertThat(Stream.concat(first.stream(), second))
                .anyMatch(place -> place.text().contains(answer));
    }

    private static Stream<Place> links(String text, Path file) {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(target -> !target.contains(":"))
                .map(target -> Place.of(file, target))
                .filter(place -> Files.isRegularFile(place.file()));
    }

    /** @param heading as in a link; empty for the whole file */
    private record Place(Path file, String heading) {

        static Place of(Path from, String target) {
            String[] parts = target.split("#", 2);
            Path file =
                    parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).normalize();
            return new Place(file, parts.length == 1 ? "" : parts[1]);
        }

        /** Of the section under the heading, down to the next heading. */
        String text() {
            String whole = House.text(file);
            if (heading.isEmpty()) {
                return whole;
            }
            List<Integer> starts =
                    SECTION.matcher(whole).results().map(MatchResult::start).toList();
            for (int section = 0; section < starts.size(); section++) {
                int end = section + 1 < starts.size() ? starts.get(section + 1) : whole.length();
                String text = whole.substring(starts.get(section), end);
                if (Links.anchorOf(text.lines().findFirst().orElseThrow().replaceFirst("^#+ ", ""))
                        .equals(heading)) {
                    return text;
                }
            }
            return "";
        }
    }
}
