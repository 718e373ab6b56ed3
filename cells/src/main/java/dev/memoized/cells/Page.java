package dev.memoized.cells;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Marks as they were read together.
 *
 * @param number of the last invalidation
 * @param marks the names of those that were asked for
 * @param levels what they were raised to, without those that are not there
 */
record Page(long number, Set<String> marks, Map<String, Level> levels) {

    /** What a mark was raised to. */
    Level level(String mark) {
        Level level = levels.get(mark);
        return level == null ? Level.lost(number) : level;
    }

    /** Whether something was invalidated since then that one of these marks stands for. */
    boolean isAbove(Collection<String> names, long asOf) {
        return names.stream().anyMatch(mark -> level(mark).isAbove(asOf));
    }

    boolean tellsOf(Collection<String> names) {
        return marks.containsAll(names);
    }
}
