package dev.memoized.impl.service;

import dev.memoized.Backend;
import dev.memoized.CacheService;
import dev.memoized.NoSuchBackendException;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.engine.Memoization;
import dev.memoized.impl.engine.Seams;
import dev.memoized.impl.engine.TestRequests;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.spi.CacheBackend;
import dev.memoized.testing.FixedRandom;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** A service without CDI, over backends that have names; "" is the default. */
final class ServiceRig implements AutoCloseable {
    private final Memoization memoization;
    private final Views views;

    ServiceRig(ManualClock clock, HandExecutor executor, Map<String, CacheBackend> backends) {
        this(clock, executor, backends, key -> null);
    }

    ServiceRig(ManualClock clock, HandExecutor executor, Map<String, CacheBackend> backends, Settings settings) {
        Seams seams = new Seams(
                clock, new FixedRandom(), executor, (place, name) -> {}, List.of(), settings, new TestRequests());
        memoization = new Memoization(seams);
        Regions regions = new Regions(memoization, name -> named(backends, name), settings);
        views = new Views(regions, memoization.engine(), clock, new Later(executor, memoization::here), Callable::call);
    }

    private static Backends.Named named(Map<String, CacheBackend> backends, String name) {
        CacheBackend backend = backends.get(name);
        if (backend == null) {
            throw new NoSuchBackendException(RuntimeMessage.BACKEND_NAMED.text(name, backends.keySet()));
        }
        return new Backends.Named(backend, name.isEmpty() ? null : Backend.Literal.of(name));
    }

    Memoization memoization() {
        return memoization;
    }

    CacheService service() {
        return new Caches(views, "");
    }

    @Override
    public void close() {
        views.later().close();
        memoization.close();
    }
}
