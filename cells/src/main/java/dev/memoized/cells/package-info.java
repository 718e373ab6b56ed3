/**
 * A store in anything that compares and sets: what the backends on Infinispan have in common, for authors of backends only.
 * All that lies under one key is one value, a cell, and each change of it is a compare-and-set. A backend brings a {@link
 * dev.memoized.cells.Ground}; the rest is here. It changes from release to release as these backends need it.
 */
@NullMarked
package dev.memoized.cells;

import org.jspecify.annotations.NullMarked;
