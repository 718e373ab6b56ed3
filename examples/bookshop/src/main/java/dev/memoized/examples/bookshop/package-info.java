/**
 * A bookshop with one slow query. Begin with {@link dev.memoized.examples.bookshop.TopBooks}, which has the annotation; {@link dev.memoized.examples.bookshop.Orders} has the query, the rest is there to watch:
 * {@link dev.memoized.examples.bookshop.Visitors} ask, {@link dev.memoized.examples.bookshop.Feed} tells the page.
 */
@NullMarked
package dev.memoized.examples.bookshop;

import org.jspecify.annotations.NullMarked;
