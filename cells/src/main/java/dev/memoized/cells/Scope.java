package dev.memoized.cells;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What counts for one key.
 *
 * @param key as it was asked for
 * @param name of its cell
 * @param marks the names of those of its namespace, tags and groups
 */
record Scope(Object key, String name, Set<String> marks) {

    /** All marks of an entry with these, too. */
    Set<String> marksAnd(Set<String> others) {
        if (others.isEmpty()) {
            return marks;
        }
        Set<String> all = new LinkedHashSet<>(marks);
        all.addAll(others);
        return all;
    }
}
