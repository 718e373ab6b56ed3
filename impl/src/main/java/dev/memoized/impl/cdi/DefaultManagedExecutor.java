package dev.memoized.impl.cdi;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The {@code ManagedExecutorService} that every Jakarta EE server has under this name. */
@Dependent
public class DefaultManagedExecutor implements ContainerExecutor {
    private static final String NAME = "java:comp/DefaultManagedExecutorService";

    @Override
    @SuppressWarnings("BanJNDI") // a constant name
    public Optional<Executor> find() {
        try {
            return new InitialContext().lookup(NAME) instanceof Executor found ? Optional.of(found) : Optional.empty();
        } catch (NamingException none) {
            return Optional.empty();
        }
    }

    @Override
    public int order() {
        return 1;
    }
}
