package dev.memoized.impl.engine;

import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.version.View;
import dev.memoized.spi.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What is taken before anything is computed, and holds for the value whenever it is.
 *
 * @param key of the call
 * @param snapshot its context values
 * @param view what its request knows of the data
 * @param began when it began, by the clock's nanoseconds
 * @param met what the store held that the call may be served; null when there was nothing
 * @param renewing the call was told to compute whatever is there
 */
record Facts(
        Object key, ContextSnapshot snapshot, View view, long began, @Nullable Entry<Object> met, boolean renewing) {}
