/**
 * Renewals behind the callers.
 */
@NullMarked
package dev.memoized.impl.refresh;

import org.jspecify.annotations.NullMarked;
