package dev.memoized.impl.engine;

import dev.memoized.Outcome;
import dev.memoized.impl.flight.Landing;
import java.util.concurrent.CompletableFuture;

/**
 * One way to get an answer to a cold call.
 *
 * @param landing that will bring it
 * @param outcome of the call when it brings a value
 */
record Step(CompletableFuture<Landing> landing, Outcome outcome) {}
