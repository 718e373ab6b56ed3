package dev.memoized.impl.key;

/** Mutant: an enum constant is taken by its name. */
final class ConstantByNameKey extends ReplacingKey {
    @Override
    Object replaced(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value;
    }
}
