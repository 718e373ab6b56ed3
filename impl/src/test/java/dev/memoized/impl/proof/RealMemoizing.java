package dev.memoized.impl.proof;

import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Rig;
import dev.memoized.impl.engine.Rigged;
import dev.memoized.impl.engine.Staged;
import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.engine.Watching;
import dev.memoized.impl.local.LeasesOut;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The engine on the backend in memory; as behind its door, renewals run in requests of their own. */
final class RealMemoizing extends Memoizing {
    private final List<Rigged> others = new ArrayList<>();
    private Terms terms;
    private LocalBackend backend;
    private Rigged method;
    private Staged staged;

    @Override
    void open(Terms newTerms, Body body) {
        terms = newTerms;
        method = rig().plain(newTerms, body, task -> behind().execute(() -> new Request().run(task)));
    }

    private Rig rig() {
        backend = new LocalBackend(clock());
        return new Rig(clock(), executor(), gate(), listener(), backend);
    }

    @Override
    void openWatching(Terms newTerms, Body body) {
        terms = newTerms;
        method = Watching.plain(rig(), newTerms, body);
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
    Stages stages(Terms itsTerms, Body body) {
        staged = new Staged(rig(), itsTerms, body);
        return staged::call;
    }

    @Override
    Stages stagesInBytes(Terms itsTerms, Class<?> type, Body body) {
        RealBytes bytes = new RealBytes(clock(), type, Bytes.Form.JSON);
        staged = new Staged(new Rig(clock(), executor(), gate(), listener(), bytes), itsTerms, body);
        return staged::call;
    }

    @Override
    Bytes bytes(Class<?> type, Bytes.Form form) {
        return new RealBytes(clock(), type, form);
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
    List<String> refusals(Declaration declaration) {
        Problems problems = new Problems();
        PlanDraft.read(declaration, Limited.SETTINGS::get, problems);
        return problems.texts();
    }

    @Override
    int flights() {
        int ofStages = staged == null ? 0 : staged.flights();
        int ofValues = method == null ? 0 : method.flights();
        return ofStages + ofValues + others.stream().mapToInt(Rigged::flights).sum();
    }

    @Override
    int leases() {
        return backend == null ? 0 : LeasesOut.of(backend, Terms.NAME);
    }

    @Override
    boolean isIdle() {
        return (method == null || method.isIdle()) && (staged == null || staged.isIdle());
    }

    @Override
    public String toString() {
        return "the engine";
    }
}
