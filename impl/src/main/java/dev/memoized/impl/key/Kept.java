package dev.memoized.impl.key;

import org.jspecify.annotations.Nullable;

/** An object of a class that is foreign to us, by reference, judged by its own equals; it must not change. */
final class Kept implements Part {
    final Object value;
    private final int hash;

    Kept(Object value) {
        if (!OwnEquality.in(value.getClass())) {
            throw UnkeyableException.identity(value.getClass());
        }
        if (!isReflexive(value)) {
            throw UnkeyableException.irreflexive(value.getClass());
        }
        this.value = value;
        this.hash = value.hashCode();
    }

    @SuppressWarnings("SelfEquals") // the question is whether it is
    private static boolean isReflexive(Object value) {
        return value.equals(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Kept that && hash == that.hash && isSame(that));
    }

    // An equals that throws inside a store's map would break the store: no answer means another key, hence a miss.
    private boolean isSame(Kept that) {
        try {
            return value.equals(that.value);
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            return false;
        }
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
