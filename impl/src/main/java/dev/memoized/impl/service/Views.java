package dev.memoized.impl.service;

import dev.memoized.impl.engine.Engine;
import dev.memoized.spi.TimeSource;

/**
 * What all views of an application share.
 *
 * @param regions opened so far
 * @param engine answers {@code getOrCompute}
 * @param time of ages
 * @param later runs what a caller may not wait for
 * @param renewals run computations apart from callers
 */
public record Views(Regions regions, Engine engine, TimeSource time, Later later, Renewals renewals) {}
