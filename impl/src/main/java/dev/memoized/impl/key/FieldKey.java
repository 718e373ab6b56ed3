package dev.memoized.impl.key;

/**
 * The key of one field of a shared entry.
 *
 * @param entry that all fields have in common
 * @param field of the entry
 * @param result the field's type: methods with different results never meet
 */
record FieldKey(Object entry, Object field, String result) implements Part {}
