package dev.memoized.impl.key;

import org.jspecify.annotations.Nullable;

/** Makes keys of two arguments. */
record PairMaker(Argument first, Argument second) implements KeyMaker {

    @Override
    public Object keyOf(@Nullable Object[] arguments) {
        return new Pair(first.partOf(arguments), second.partOf(arguments));
    }
}
