package dev.memoized.impl.key;

import org.jspecify.annotations.Nullable;

/** Makes keys of three and more arguments. */
final class RowMaker implements KeyMaker {
    private final Argument[] inKey;

    RowMaker(Argument[] inKey) {
        this.inKey = inKey;
    }

    @Override
    public Object keyOf(@Nullable Object[] arguments) {
        Object[] parts = new Object[inKey.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = inKey[i].partOf(arguments);
        }
        return new Row(parts);
    }
}
