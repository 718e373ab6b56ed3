/**
 * What applications see: {@link dev.memoized.Memoized} and what may stand beside it.
 *
 * <p>Parameters are never null unless they say so.
 */
@NullMarked
package dev.memoized;

import org.jspecify.annotations.NullMarked;
