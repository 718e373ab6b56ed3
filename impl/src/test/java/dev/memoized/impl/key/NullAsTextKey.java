package dev.memoized.impl.key;

/** Mutant: null is taken for its text. */
final class NullAsTextKey extends ReplacingKey {
    @Override
    Object replaced(Object value) {
        return value == null ? "null" : value;
    }
}
