package dev.memoized.impl.memoizer;

import org.jspecify.annotations.Nullable;

/** The original that is called where nothing is remembered. */
@FunctionalInterface
interface Body {

    /**
     * Calls it.
     *
     * @throws Throwable the original's own
     */
    @Nullable
    Object compute(@Nullable Object[] arguments) throws Throwable;
}
