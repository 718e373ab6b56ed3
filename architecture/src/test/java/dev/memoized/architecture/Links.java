package dev.memoized.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The links of Markdown pages to files of the repository and to headings. */
final class Links {
    private static final Pattern CODE = Pattern.compile("(?ms)^\\s*```.*?^\\s*```|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+\\s+(.*)$");

    private Links() {}

    static List<String> broken(Path root, List<Path> pages) {
        return pages.stream()
                .flatMap(page -> targets(page)
                        .filter(target -> !leadsSomewhere(page, target))
                        .map(target -> House.relative(root, page) + " links to " + target))
                .toList();
    }

    private static Stream<String> targets(Path page) {
        String text = CODE.matcher(House.text(page)).replaceAll("");
        return LINK.matcher(text).results().map(link -> link.group(1)).filter(target -> !ELSEWHERE
                .matcher(target)
                .matches());
    }

    private static boolean leadsSomewhere(Path page, String target) {
        String[] fileAndHeading = target.split("#", 2);
        Path file = fileAndHeading[0].isEmpty()
                ? page
                : page.resolveSibling(fileAndHeading[0]).normalize();
        return Files.exists(file) && (fileAndHeading.length == 1 || hasHeading(file, fileAndHeading[1]));
    }

    private static boolean hasHeading(Path file, String anchor) {
        return HEADING.matcher(House.text(file))
                .results()
                .map(heading -> anchorOf(heading.group(1)))
                .anyMatch(anchor::equals);
    }

    /** As GitHub makes them. */
    static String anchorOf(String heading) {
        return heading.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
