package dev.memoized.examples.bookshop.browser;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One answer of {@code /api/outcomes}: what the shop has counted since it opened. */
record Figures(String answer) {

    /** How many runs of the query have begun. */
    long begun() {
        return number("begun");
    }

    /** Nobody waits, and nothing is computed: without a page that asks these figures are the last ones. */
    boolean areOfAQuietShop() {
        return number("waiting") == 0 && answer.contains("\"renewing\":false") && number("ended") == begun();
    }

    private long number(String name) {
        Matcher found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(answer);
        if (!found.find()) {
            throw new AssertionError(name + " is not in " + answer);
        }
        return Long.parseLong(found.group(1));
    }

    /** How many calls ended so. */
    long calls(String... outcomes) {
        String ended = Pattern.compile("\"outcomes\":\\{[^}]*}")
                .matcher(answer)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());
        return Pattern.compile("\"(" + String.join("|", outcomes) + ")\":(\\d+)")
                .matcher(ended)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(2)))
                .sum();
    }

    /** How many calls ended. */
    long calls() {
        return calls("[A-Z_]+");
    }
}
