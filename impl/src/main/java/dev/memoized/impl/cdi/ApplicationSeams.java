package dev.memoized.impl.cdi;

import dev.memoized.CacheListener;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.engine.Seams;
import dev.memoized.spi.RequestStore;
import dev.memoized.spi.TimeSource;
import dev.memoized.spi.ValueCodec;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the application gives the engine, or what stands in for it. */
@Dependent
public class ApplicationSeams implements AutoCloseable {
    private final Determinism determinism;
    private final RenewalExecutor executor;
    private final @Nullable RequestStore requests;
    private final List<CacheListener> listeners;
    private final List<ValueCodec> codecs;

    @Inject
    ApplicationSeams(
            Determinism determinism,
            RenewalExecutor executor,
            ApplicationView view,
            Instance<RequestStore> requestStores,
            @Any Instance<CacheListener> listeners,
            @Any Instance<ValueCodec> codecs) {
        this.determinism = determinism;
        this.executor = executor;
        this.requests = view.one(requestStores, RequestStore.class);
        this.listeners = view.all(listeners, CacheListener.class, Any.Literal.INSTANCE).stream()
                .toList();
        this.codecs = view.all(codecs, ValueCodec.class, Any.Literal.INSTANCE).stream()
                .toList();
    }

    TimeSource time() {
        return determinism.time();
    }

    List<ValueCodec> codecs() {
        return codecs;
    }

    /** Whether renewals are in no caller's request, whatever request they find. */
    boolean clearsRequests() {
        return executor.chosen() instanceof ClearedExecutor;
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
                executor.chosen(),
                determinism.faults(),
                all,
                settings,
                requests == null ? otherwise : requests);
    }

    @Override
    public void close() {
        executor.close();
        determinism.close();
    }
}
