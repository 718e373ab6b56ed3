package dev.memoized.impl.cdi;

import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import jakarta.annotation.Priority;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The {@code ManagedExecutorService} that every Jakarta EE server has under this name. It carries the identity of whoever
 * submits a task over to it, so tasks are run in the context of the application's start, in which there is no caller.
 */
@ApplicationScoped
public class DefaultManagedExecutor implements ContainerExecutor {
    private static final String EXECUTOR = "java:comp/DefaultManagedExecutorService";
    private static final String CONTEXTS = "java:comp/DefaultContextService";

    private final Log log = new Log();
    private volatile @Nullable Executor executor;

    void start(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.PLATFORM_BEFORE)
                    Object application) {
        Executor managed = Names.find(EXECUTOR, Executor.class);
        ContextService contexts = Names.find(CONTEXTS, ContextService.class);
        if (managed != null && contexts != null) {
            executor = inContextOfNow(managed, contexts);
        }
    }

    private @Nullable Executor inContextOfNow(Executor managed, ContextService contexts) {
        try {
            Executor now = contexts.createContextualProxy(Runnable::run, Executor.class);
            return task -> managed.execute(() -> now.execute(task));
        } catch (RuntimeException refused) {
            log.once(RuntimeMessage.CONTEXT_REFUSED, CONTEXTS, refused);
            return null;
        }
    }

    /** None when the application was not started by a server: then its context is not known. */
    @Override
    public Optional<Executor> find() {
        return Optional.ofNullable(executor);
    }

    @Override
    public int order() {
        return 1;
    }
}
