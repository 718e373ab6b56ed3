/**
 * The real clock.
 */
@NullMarked
package dev.memoized.impl.time;

import org.jspecify.annotations.NullMarked;
