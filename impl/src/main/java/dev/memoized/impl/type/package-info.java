/**
 * Tells of declared types.
 */
@NullMarked
package dev.memoized.impl.type;

import org.jspecify.annotations.NullMarked;
