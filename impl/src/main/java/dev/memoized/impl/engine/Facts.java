package dev.memoized.impl.engine;

import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.version.View;

/**
 * What is taken before anything is computed, and holds for the value whenever it is.
 *
 * @param key of the call
 * @param snapshot its context values
 * @param view what its request knows of the data
 * @param began when it began, by the clock's nanoseconds
 */
record Facts(Object key, ContextSnapshot snapshot, View view, long began) {}
