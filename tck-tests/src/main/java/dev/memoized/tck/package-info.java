/** The tests that every container must pass, behind the few things that a container must do for them. */
@NullMarked
package dev.memoized.tck;

import org.jspecify.annotations.NullMarked;
