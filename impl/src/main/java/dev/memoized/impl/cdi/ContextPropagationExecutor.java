package dev.memoized.impl.cdi;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.jspecify.annotations.Nullable;

/** MicroProfile's executor with every context cleared: the default one would carry the caller's request over. */
@Dependent
public class ContextPropagationExecutor implements ContainerExecutor {
    private static final int THREADS = 4;

    private @Nullable ManagedExecutor executor;

    /** Whether the API and an implementation are there: some runtimes bring the API alone. */
    static boolean isPresent(ClassLoader loader) {
        try {
            Class.forName("org.eclipse.microprofile.context.ManagedExecutor", false, loader);
            return Provider.isPresent(loader);
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    @Override
    public Optional<Executor> find() {
        executor = ManagedExecutor.builder()
                .maxAsync(THREADS)
                .propagated(ThreadContext.NONE)
                .cleared(ThreadContext.ALL_REMAINING)
                .build();
        return Optional.of(new ClearedExecutor(executor));
    }

    @Override
    public int order() {
        return 2;
    }

    @PreDestroy
    void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }

    /** Loaded only when the API is. */
    private static final class Provider {
        static boolean isPresent(ClassLoader loader) {
            return ServiceLoader.load(ContextManagerProvider.class, loader)
                    .iterator()
                    .hasNext();
        }
    }
}
