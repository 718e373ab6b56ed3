package dev.memoized.impl.key;

import java.util.Arrays;

/** Mutant: objects of foreign classes are judged by what they have become, not by what they were. */
record KeptByReferenceKey(int hash, Object... arguments) {
    KeptByReferenceKey(Object... arguments) {
        this(Arrays.hashCode(arguments), arguments);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeptByReferenceKey that
                && hash == that.hash
                && Arrays.equals(arguments, that.arguments);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
