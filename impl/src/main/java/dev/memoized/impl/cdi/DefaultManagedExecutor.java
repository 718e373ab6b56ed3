package dev.memoized.impl.cdi;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The {@code ManagedExecutorService} that every Jakarta EE server has under this name. */
@Dependent
public class DefaultManagedExecutor implements ContainerExecutor {
    private static final String NAME = "java:comp/DefaultManagedExecutorService";

    @Override
    public Optional<Executor> find() {
        return Optional.ofNullable(Names.find(NAME, Executor.class));
    }

    @Override
    public int order() {
        return 1;
    }
}
