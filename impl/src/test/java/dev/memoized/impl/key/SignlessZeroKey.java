package dev.memoized.impl.key;

/** Mutant: zeros are compared as numbers. */
final class SignlessZeroKey extends ReplacingKey {
    @Override
    Object replaced(Object value) {
        return value instanceof Double number && number == 0 ? (Object) 0.0 : value;
    }
}
