package dev.memoized.impl.cdi;

import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.StreamSupport;

/** An executor that a runtime may offer; each kind is a bean of its own, made only where its API is present. */
public interface ContainerExecutor {

    /** The executor, if this runtime has one. */
    Optional<Executor> find();

    /** Lower comes first. */
    int order();

    /** The first one that there is. */
    static Executor firstOf(Iterable<ContainerExecutor> kinds, Executor otherwise) {
        return StreamSupport.stream(kinds.spliterator(), false)
                .sorted(Comparator.comparingInt(ContainerExecutor::order))
                .flatMap(kind -> kind.find().stream())
                .findFirst()
                .orElse(otherwise);
    }
}
