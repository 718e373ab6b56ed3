/**
 * Running computations: who leads, who follows, who waits for whom.
 */
@NullMarked
package dev.memoized.impl.flight;

import org.jspecify.annotations.NullMarked;
