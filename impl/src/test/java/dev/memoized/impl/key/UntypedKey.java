package dev.memoized.impl.key;

/** Mutant: numbers are taken by their text. */
final class UntypedKey extends ReplacingKey {
    @Override
    Object replaced(Object value) {
        return value instanceof Number ? value.toString() : value;
    }
}
