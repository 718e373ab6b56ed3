/**
 * Invalidation in real transactions.
 */
@NullMarked
package dev.memoized.it.narayana;

import org.jspecify.annotations.NullMarked;
