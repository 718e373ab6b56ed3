package dev.memoized.impl.cdi;

import java.util.Optional;
import java.util.concurrent.Executor;

/** An executor that a runtime may offer; each kind is a bean of its own, made only where its API is present. */
public interface ContainerExecutor {

    /** The executor, if this runtime has one. */
    Optional<Executor> find();

    /** Lower comes first. */
    int order();
}
