package dev.memoized.impl.engine;

import dev.memoized.impl.flight.Flights;
import dev.memoized.spi.Store;

/**
 * What one namespace remembers, and what it is computing.
 *
 * @param store of the namespace
 * @param flights of the namespace
 */
public record Memory(Store<Object> store, Flights flights) {}
