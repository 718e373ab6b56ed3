/**
 * Decorators around stores.
 */
@NullMarked
package dev.memoized.impl.backend;

import org.jspecify.annotations.NullMarked;
