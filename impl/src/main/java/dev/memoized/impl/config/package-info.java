/**
 * Where settings come from, and how their texts are read.
 */
@NullMarked
package dev.memoized.impl.config;

import org.jspecify.annotations.NullMarked;
