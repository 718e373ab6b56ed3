package dev.memoized.impl.engine;

import dev.memoized.impl.backend.CountedStore;
import dev.memoized.impl.flight.Flights;
import dev.memoized.impl.refresh.Failures;
import dev.memoized.spi.Store;

/**
 * What one namespace remembers, what it is computing, and what it could not renew.
 *
 * @param store of the namespace
 * @param counted counts what is done with it
 * @param flights of the namespace
 * @param failures of its renewals
 */
public record Memory(Store<Object> store, CountedStore<Object> counted, Flights flights, Failures failures) {}
