package dev.memoized.impl.engine;

import dev.memoized.Outcome;
import dev.memoized.impl.flight.Landing;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One way to get an answer to a call.
 *
 * @param landing that will bring it
 * @param outcome of the call when it brings a value
 * @param bound of a wait for it, counted from the beginning of the call
 */
record Step(CompletableFuture<Landing> landing, Outcome outcome, Duration bound) {

    /** There is nothing to wait for. */
    static Step at(Landing landing, Outcome outcome) {
        return new Step(CompletableFuture.completedFuture(landing), outcome, Duration.ZERO);
    }

    /** How a step is taken. */
    @FunctionalInterface
    interface Move {

        /**
         * Takes it.
         *
         * @throws Throwable what the method threw on this thread
         */
        Step take(Call call) throws Throwable;
    }
}
