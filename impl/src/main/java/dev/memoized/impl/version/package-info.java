/**
 * Versions of the data behind a call, and what a request has seen of it.
 *
 * <p>Start at {@link dev.memoized.impl.version.Versions}.
 */
@NullMarked
package dev.memoized.impl.version;

import org.jspecify.annotations.NullMarked;
