/**
 * The door for CDI beans: the only room that knows {@code jakarta}.
 */
@NullMarked
package dev.memoized.impl.cdi;

import org.jspecify.annotations.NullMarked;
