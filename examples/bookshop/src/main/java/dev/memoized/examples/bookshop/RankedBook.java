package dev.memoized.examples.bookshop;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A line of the top books.
 *
 * @param title in the book's language
 * @param author of the book
 * @param readers how many ordered it
 */
@JsonbPropertyOrder({"title", "author", "readers"})
public record RankedBook(String title, String author, int readers) {}
