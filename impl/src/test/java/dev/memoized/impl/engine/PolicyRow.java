package dev.memoized.impl.engine;

import dev.memoized.Outcome;
import java.util.Arrays;
import java.util.List;

/**
 * How all calls of some combinations end.
 *
 * @param when what a combination must be: the names of constants, several joined by {@code |}; {@code *} for any
 * @param outcome of the call
 * @param gets what the caller gets
 * @param computations in the call
 * @param behind how often it is computed behind the call
 * @param left what is remembered afterwards
 */
record PolicyRow(List<String> when, Outcome outcome, Gets gets, int computations, int behind, Left left) {

    enum Gets {
        OLD_VALUE("the old value"),
        NEW_VALUE("the new value"),
        FAILURE("the method's own exception"),
        COLD("`ColdCacheException` at once"),
        COLD_LATER("`ColdCacheException` after `waitAtMost`");

        private final String text;

        Gets(String text) {
            this.text = text;
        }
    }

    enum Left {
        OLD("the old value"),
        NEW("the new value"),
        NOTHING("nothing");

        private final String text;

        Left(String text) {
            this.text = text;
        }
    }

    boolean covers(PolicyCase one) {
        List<Enum<?>> parts =
                List.of(one.there(), one.refresh(), one.whenCold(), one.onError(), one.lease(), one.origin());
        for (int i = 0; i < parts.size(); i++) {
            if (!when.get(i).equals("*")
                    && !List.of(when.get(i).split("\\|")).contains(parts.get(i).name())) {
                return false;
            }
        }
        return true;
    }

    /** A line of the page. */
    @Override
    public String toString() {
        String cells = String.join(
                " | ",
                Arrays.stream(when.toArray(String[]::new))
                        .map(cell -> cell.equals("*") ? "any" : cell.replace("|", " or "))
                        .toList());
        return "| %s | %s | %s | %d | %d | %s |".formatted(cells, outcome, gets.text, computations, behind, left.text);
    }
}
