/** How {@code @Memoized} behaves on every container; one class for each rule, its beans inside. */
@NullMarked
package dev.memoized.tck.behaviour;

import org.jspecify.annotations.NullMarked;
