package dev.memoized.impl.proof;

import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Rig;
import dev.memoized.impl.engine.Rigged;
import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.engine.Watching;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The engine on the backend in memory; as behind its door, renewals run in requests of their own. */
final class RealMemoizing extends Memoizing {
    private final List<Rigged> others = new ArrayList<>();
    private Terms terms;
    private Rigged method;

    @Override
    void open(Terms newTerms, Body body) {
        terms = newTerms;
        Rig rig = new Rig(clock(), executor(), gate(), listener(), new LocalBackend(clock()));
        method = rig.plain(newTerms, body, task -> executor().execute(() -> new Request().run(task)));
    }

    @Override
    void openWatching(Terms newTerms, Body body) {
        terms = newTerms;
        Rig rig = new Rig(clock(), executor(), gate(), listener(), new LocalBackend(clock()));
        method = Watching.plain(rig, newTerms, body);
    }

    @Override
    Object call(Object... arguments) throws Exception {
        return method.call(arguments);
    }

    @Override
    Other beside(String name, Terms itsTerms, Body body) {
        Rigged other = method.beside(name, itsTerms, body);
        others.add(other);
        return other::call;
    }

    @Override
    void set(Object value, Object... arguments) {
        method.put(Entry.of(value, clock().nanos(), Set.of()), terms.expireAfter(), arguments);
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
        return method.flights() + others.stream().mapToInt(Rigged::flights).sum();
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
