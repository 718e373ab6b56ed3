package dev.memoized.impl.key;

/** What stands where there is no object. */
enum Blank implements Part {
    NO_ARGUMENTS,
    NULL
}
