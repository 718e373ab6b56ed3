package dev.memoized.impl.cdi;

import dev.memoized.CacheListener;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.engine.Seams;
import dev.memoized.impl.freshness.MixedRandom;
import dev.memoized.impl.refresh.OwnPool;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.FaultPoints;
import dev.memoized.spi.RandomSource;
import dev.memoized.spi.RefreshExecutor;
import dev.memoized.spi.RequestStore;
import dev.memoized.spi.TimeSource;
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
    private final SystemTime systemTime = new SystemTime();
    private final OwnPool ownPool = new OwnPool();
    private final TimeSource time;
    private final RandomSource random;
    private final Executor executor;
    private final FaultPoints faults;
    private final @Nullable RequestStore requests;
    private final List<CacheListener> listeners;

    @Inject
    ApplicationSeams(
            Instance<TimeSource> times,
            Instance<RandomSource> randoms,
            Instance<RefreshExecutor> executors,
            Instance<ContainerExecutor> containers,
            Instance<FaultPoints> faultPoints,
            Instance<RequestStore> requestStores,
            @Any Instance<CacheListener> listeners) {
        this.time = times.isResolvable() ? times.get() : systemTime;
        this.random = randoms.isResolvable() ? randoms.get() : new MixedRandom(System.nanoTime());
        this.executor = executors.isResolvable() ? executors.get() : ContainerExecutor.firstOf(containers, ownPool);
        this.faults = faultPoints.isResolvable() ? faultPoints.get() : (place, name) -> {};
        this.requests = requestStores.isResolvable() ? requestStores.get() : null;
        this.listeners = listeners.stream().toList();
    }

    TimeSource time() {
        return time;
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
        return new Seams(time, random, executor, faults, all, settings, requests == null ? otherwise : requests);
    }

    @Override
    public void close() {
        ownPool.close();
        systemTime.close();
    }
}
