/** Applications on Weld SE that start and end in one JVM. */
@NullMarked
package dev.memoized.it.weldse;

import org.jspecify.annotations.NullMarked;
