package dev.memoized.impl.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the words that somebody may have meant. */
public final class Nearest {
    private static final int SOME = 3;
    private static final int LENGTH_AT_MOST = 300;

    private Nearest() {}

    /** The known word that differs least; empty when there are none. */
    public static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(each -> distance(word, each))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A few of the known words: those that contain it first, then those that differ least. */
    public static List<String> some(String word, Collection<String> known) {
        String asked = cut(word);
        return known.stream()
                .distinct()
                .sorted(Comparator.comparing((String each) -> !each.contains(asked))
                        .thenComparing(each -> distance(asked, each)))
                .limit(SOME)
                .toList();
    }

    private static String cut(String word) {
        return word.substring(0, Math.min(word.length(), LENGTH_AT_MOST));
    }

    /** How many letters are to be changed, put in or left out (Levenshtein). */
    private static int distance(String word, String to) {
        String from = cut(word);
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[to.length()];
    }
}
