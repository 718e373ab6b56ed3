package dev.memoized.impl.key;

import java.util.Arrays;

/** Mutant: an array is taken for a list. */
final class ArrayAsListKey extends ReplacingKey {
    @Override
    Object replaced(Object value) {
        return value instanceof Object[] array ? Arrays.asList(array) : value;
    }
}
