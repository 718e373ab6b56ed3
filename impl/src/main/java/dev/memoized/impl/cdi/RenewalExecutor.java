package dev.memoized.impl.cdi;

import dev.memoized.impl.refresh.OwnPool;
import dev.memoized.spi.RefreshExecutor;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.concurrent.Executor;

/** Where renewals run: on the application's executor, else on one of the container's, else on our own pool. */
@Dependent
public class RenewalExecutor implements AutoCloseable {
    private final OwnPool ownPool = new OwnPool();
    private final Executor chosen;

    @Inject
    RenewalExecutor(ApplicationView view, Instance<RefreshExecutor> ofApplication, Instance<ContainerExecutor> kinds) {
        RefreshExecutor own = view.one(ofApplication, RefreshExecutor.class);
        this.chosen = own == null ? ofContainer(kinds) : own;
    }

    private Executor ofContainer(Instance<ContainerExecutor> kinds) {
        return kinds.stream()
                .sorted(Comparator.comparingInt(ContainerExecutor::order))
                .flatMap(kind -> kind.find().stream())
                .findFirst()
                .orElse(ownPool);
    }

    Executor chosen() {
        return chosen;
    }

    @Override
    public void close() {
        ownPool.close();
    }
}
