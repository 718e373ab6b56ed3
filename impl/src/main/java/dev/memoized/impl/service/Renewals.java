package dev.memoized.impl.service;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Runs a program's computation where no caller is: in a request of its own, where there are requests. Thread-safe. */
@FunctionalInterface
public interface Renewals {

    /**
     * Runs it.
     *
     * @throws Exception the computation's own
     */
    @Nullable
    Object run(Callable<?> computation) throws Exception;
}
