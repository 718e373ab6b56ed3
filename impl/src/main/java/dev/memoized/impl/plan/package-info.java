/**
 * All that is known of a memoized method before the call.
 */
@NullMarked
package dev.memoized.impl.plan;

import org.jspecify.annotations.NullMarked;
