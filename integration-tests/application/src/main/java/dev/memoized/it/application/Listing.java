package dev.memoized.it.application;

import java.time.LocalDate;
import java.util.List;

/**
 * What the catalogue says of a book: of more than one type, as it is stored outside of the JVM.
 *
 * @param book its name
 * @param computation how often this JVM has looked it up
 * @param printed when it came out
 * @param shelves where it stands
 */
public record Listing(String book, int computation, LocalDate printed, List<String> shelves) {}
