package dev.memoized.impl.key;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An immutable copy of a value that may change: its kind and its content. */
final class Copy implements Part {
    /** An array or record class, or the interface or class whose contract the value was read by. */
    final Class<?> kind;

    /** Parts in an {@code Object[]}, {@code Set} or {@code Map}, or an array of primitives; never changed. */
    final Object content;

    private final int hash;

    Copy(Class<?> kind, Object content) {
        this.kind = kind;
        this.content = content;
        this.hash = Arrays.deepHashCode(new Object[] {content});
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Copy that
                        && hash == that.hash
                        && kind == that.kind
                        && Objects.deepEquals(content, that.content));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
