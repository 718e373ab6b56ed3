package dev.memoized.impl.key;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The key of three and more arguments. */
final class Row implements Part {
    final Object[] parts;
    private final int hash;

    Row(Object[] parts) {
        this.parts = parts;
        this.hash = Arrays.hashCode(parts);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Row that && hash == that.hash && Arrays.equals(parts, that.parts));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
