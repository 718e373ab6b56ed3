package dev.memoized.impl.proof;

import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Rig;
import dev.memoized.impl.engine.Rigged;
import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.InvalidationMode;

/** The engine on the backend in memory. */
final class RealMemoizing extends Memoizing {
    private Rigged method;

    @Override
    void open(Terms terms, Body body) {
        Rig rig = new Rig(clock(), executor(), gate(), listener(), new LocalBackend(clock()));
        method = rig.plain(terms, body);
    }

    @Override
    Object call(Object... arguments) throws Exception {
        return method.call(arguments);
    }

    @Override
    void invalidate(Object... arguments) {
        method.invalidate(arguments);
    }

    @Override
    void invalidateAll(InvalidationMode mode) {
        method.invalidateAll(mode);
    }

    @Override
    int flights() {
        return method.flights();
    }

    @Override
    boolean isIdle() {
        return method.isIdle();
    }

    @Override
    public String toString() {
        return "the engine";
    }
}
