package dev.memoized.impl.engine;

import java.util.concurrent.CompletionStage;

/** A memoized method of a test that returns stages, for other rooms. */
public final class Staged {
    private final Rigged method;

    /** An engine of its own. */
    public Staged(Rig rig, Terms terms, Body body) {
        this.method = rig.stage(terms, body);
    }

    /** Calls on this thread. */
    public CompletionStage<Object> call(Object... arguments) throws Exception {
        return method.stage(arguments);
    }

    /** How many computations are under way that callers can find. */
    public int flights() {
        return method.flights();
    }

    /** Whether no renewal is queued or running. */
    public boolean isIdle() {
        return method.isIdle();
    }
}
