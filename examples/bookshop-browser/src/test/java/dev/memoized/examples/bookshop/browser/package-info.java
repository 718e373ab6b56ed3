/** The page of the bookshop in a browser: {@code ./mvnw -Pbrowser -pl examples/bookshop-browser -am verify}. */
package dev.memoized.examples.bookshop.browser;
