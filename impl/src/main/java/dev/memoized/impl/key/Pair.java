package dev.memoized.impl.key;

import org.jspecify.annotations.Nullable;

/** The key of two arguments: 24 bytes. */
final class Pair implements Part {
    final Object first;
    final Object second;
    private final int hash;

    Pair(Object first, Object second) {
        this.first = first;
        this.second = second;
        this.hash = 31 * first.hashCode() + second.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Pair that
                        && hash == that.hash
                        && first.equals(that.first)
                        && second.equals(that.second));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
