package dev.memoized.impl.key;

import java.util.Arrays;

/** Mutant: compares deeply, and keeps the arguments themselves. */
record LiveArgumentKey(Object... arguments) {
    @Override
    public boolean equals(Object other) {
        return other instanceof LiveArgumentKey that && Arrays.deepEquals(arguments, that.arguments);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(arguments);
    }
}
