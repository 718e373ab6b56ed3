package dev.memoized.impl.key;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The key of a call that varies by context values: their names, themselves, and what stands for the arguments. */
final class ContextKey implements Part {
    final String[] names;
    final Object[] values;
    final Object arguments;
    private final int hash;

    ContextKey(String[] names, Object[] values, Object arguments) {
        this.names = names;
        this.values = values;
        this.arguments = arguments;
        this.hash = 31 * Arrays.hashCode(values) + arguments.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ContextKey that
                        && hash == that.hash
                        && Arrays.equals(values, that.values)
                        && Arrays.equals(names, that.names)
                        && arguments.equals(that.arguments));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
