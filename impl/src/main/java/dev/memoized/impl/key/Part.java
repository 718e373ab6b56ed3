package dev.memoized.impl.key;

/** A key, or a piece of one, that is an object of ours; the others are instances of {@link StableTypes}. */
sealed interface Part permits Blank, ContextKey, FieldKey, Pair, Row, Copy, Kept {}
