/**
 * Tells listeners what happened.
 */
@NullMarked
package dev.memoized.impl.observe;

import org.jspecify.annotations.NullMarked;
