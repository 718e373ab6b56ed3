/**
 * What a memoized call costs: measured by {@code benchmarks/run}, never by a unit test.
 */
@NullMarked
package dev.memoized.benchmarks;

import org.jspecify.annotations.NullMarked;
