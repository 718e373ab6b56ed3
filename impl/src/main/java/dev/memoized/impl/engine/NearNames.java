package dev.memoized.impl.engine;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which names somebody may have meant. */
final class NearNames {
    private static final int AT_MOST = 3;
    private static final int LENGTH_AT_MOST = 300;

    private NearNames() {}

    /** Those that contain it first, then those that differ least. */
    static List<String> of(String name, Collection<String> known) {
        String asked = name.substring(0, Math.min(name.length(), LENGTH_AT_MOST));
        return known.stream()
                .distinct()
                .sorted(Comparator.comparing((String each) -> !each.contains(asked))
                        .thenComparing(each -> distance(asked, each)))
                .limit(AT_MOST)
                .toList();
    }

    /** How many letters are to be changed, put in or left out. */
    private static int distance(String from, String to) {
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
