/** The suite's container for all that speak CDI SE. */
@NullMarked
package dev.memoized.tck.se;

import org.jspecify.annotations.NullMarked;
