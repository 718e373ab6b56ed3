package dev.memoized.impl.key;

import java.util.ArrayList;
import java.util.Set;

/** Mutant: a set is taken in its iteration order. */
final class SetAsListKey extends ReplacingKey {
    @Override
    Object replaced(Object value) {
        return value instanceof Set<?> set
                ? new ArrayList<>(set).stream().map(String::valueOf).toList()
                : value;
    }
}
