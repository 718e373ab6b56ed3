package dev.memoized.impl.key;

/** The small edits of arguments that a careless key overlooks. */
enum Edit {
    /** The same text or number, or the same elements, as another type. */
    TYPE,
    /** A value in a container of its own, or what is in a container without it. */
    NESTING,
    /** One text as two, or two as one. */
    SPLIT,
    /** Two values, each in the other's place. */
    ORDER,
    /** Null and what is taken for it. */
    NULL,
    /** A number and its negative, zero too. */
    SIGN,
    /** Neighbouring texts that meet elsewhere. */
    BOUNDARY,
    /** Another value, one more, or one less. */
    CONTENT
}
