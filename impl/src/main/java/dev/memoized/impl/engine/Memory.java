package dev.memoized.impl.engine;

import dev.memoized.impl.backend.CountedStore;
import dev.memoized.impl.backend.Kind;
import dev.memoized.impl.flight.Flights;
import dev.memoized.impl.refresh.Failures;
import dev.memoized.spi.Store;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What one namespace remembers, what it is computing, and what it could not renew.
 *
 * @param store of the namespace
 * @param counted counts what is done with it
 * @param kind of the values that are seen here; null when there is one only
 * @param flights of the namespace, whatever their kind
 * @param failures of its renewals
 * @param invalidations counts those that this JVM has made at its backend
 */
public record Memory(
        Store<Object> store,
        CountedStore<Object> counted,
        @Nullable Kind kind,
        Flights flights,
        Failures failures,
        AtomicLong invalidations) {}
