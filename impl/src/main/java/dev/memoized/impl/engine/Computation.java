package dev.memoized.impl.engine;

import org.jspecify.annotations.Nullable;

/** The method's body, ready to run once. */
@FunctionalInterface
public interface Computation {

    /**
     * Runs it.
     *
     * @return what the method returned: a value, or a stage of one
     * @throws Throwable the method's own
     */
    @Nullable
    Object compute() throws Throwable;
}
