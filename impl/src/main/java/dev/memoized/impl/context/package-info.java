/**
 * Context values: what of the request a result depends on, captured once and restored where it is computed again.
 *
 * <p>Start at {@link dev.memoized.impl.context.Contexts}.
 */
@NullMarked
package dev.memoized.impl.context;

import org.jspecify.annotations.NullMarked;
