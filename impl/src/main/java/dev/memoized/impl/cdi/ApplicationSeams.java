package dev.memoized.impl.cdi;

import dev.memoized.CacheListener;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.engine.Seams;
import dev.memoized.impl.refresh.OwnPool;
import dev.memoized.spi.RefreshExecutor;
import dev.memoized.spi.RequestStore;
import dev.memoized.spi.TimeSource;
import dev.memoized.spi.ValueCodec;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the application gives the engine, or what stands in for it. */
@Dependent
public class ApplicationSeams implements AutoCloseable {
    private final OwnPool ownPool = new OwnPool();
    private final Determinism determinism;
    private final Executor executor;
    private final @Nullable RequestStore requests;
    private final List<CacheListener> listeners;
    private final List<ValueCodec> codecs;

    @Inject
    ApplicationSeams(
            Determinism determinism,
            Instance<RefreshExecutor> executors,
            Instance<ContainerExecutor> containers,
            Instance<RequestStore> requestStores,
            @Any Instance<CacheListener> listeners,
            @Any Instance<ValueCodec> codecs) {
        this.determinism = determinism;
        this.executor = executors.isResolvable() ? executors.get() : ContainerExecutor.firstOf(containers, ownPool);
        this.requests = requestStores.isResolvable() ? requestStores.get() : null;
        this.listeners = listeners.stream().toList();
        this.codecs = codecs.stream().toList();
    }

    TimeSource time() {
        return determinism.time();
    }

    List<ValueCodec> codecs() {
        return codecs;
    }

    /** Whether renewals are in no caller's request, whatever request they find. */
    boolean clearsRequests() {
        return executor instanceof ClearedExecutor;
    }

    /**
     * For the engine.
     *
     * @param otherwise keeps what belongs to a request, unless the application does
     * @param more than the application's listeners
     */
    Seams forEngine(Settings settings, RequestStore otherwise, List<CacheListener> more) {
        List<CacheListener> all =
                Stream.concat(listeners.stream(), more.stream()).toList();
        return new Seams(
                determinism.time(),
                determinism.random(),
                executor,
                determinism.faults(),
                all,
                settings,
                requests == null ? otherwise : requests);
    }

    @Override
    public void close() {
        ownPool.close();
        determinism.close();
    }
}
