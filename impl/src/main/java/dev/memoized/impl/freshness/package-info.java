/**
 * Decides whether an entry may be served.
 */
@NullMarked
package dev.memoized.impl.freshness;

import org.jspecify.annotations.NullMarked;
