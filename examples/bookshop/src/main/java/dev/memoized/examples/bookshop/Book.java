package dev.memoized.examples.bookshop;

/**
 * A book as the shop sells it.
 *
 * @param language it is written in
 * @param title in that language
 * @param author of the book
 */
record Book(Language language, String title, String author) {}
