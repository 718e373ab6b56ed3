package dev.memoized.impl.proof;

import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.spi.InvalidationMode;
import java.util.ArrayList;
import java.util.List;

/** The same behaviour as the engine's, written for its mutants: one memory for all methods, one lock. */
final class NaiveMemoizing extends Memoizing {
    private final ThreadLocal<List<?>> visible = new ThreadLocal<>();
    private final List<NaiveEngine> methods = new ArrayList<>();
    private final Defect defect;
    private NaiveMemory memory;
    private NaiveEngine method;
    private NaiveStages stages;
    private NaiveWatch watch;

    NaiveMemoizing(Defect defect) {
        this.defect = defect;
    }

    @Override
    void open(Terms terms, Body body) {
        memory = new NaiveMemory(defect, terms, clock());
        method = add(Terms.NAME, terms, body);
    }

    @Override
    Other beside(String name, Terms terms, Body body) {
        return add(name, terms, body)::call;
    }

    private NaiveEngine add(String name, Terms terms, Body body) {
        NaiveFacts facts = new NaiveFacts(defect, name, terms, visible);
        NaiveEngine added = new NaiveEngine(new NaiveLeader(defect, facts, body, memory, this));
        methods.add(added);
        return added;
    }

    @Override
    void openWatching(Terms terms, Body body) {
        watch = new NaiveWatch(defect);
        open(terms, watch.over(body));
    }

    @Override
    Object call(Object... arguments) throws Exception {
        Object value = method.call(arguments);
        return watch == null ? value : watch.checked(value, () -> invalidate(arguments));
    }

    @Override
    Stages stages(Terms terms, Body body) {
        stages = new NaiveStages(defect, body);
        return stages::call;
    }

    @Override
    Stages stagesInBytes(Terms terms, Class<?> type, Body body) {
        return new NaiveBytes(defect, type, Bytes.Form.JSON).stages(body);
    }

    @Override
    Bytes bytes(Class<?> type, Bytes.Form form) {
        return new NaiveBytes(defect, type, form);
    }

    @Override
    void set(Object value, Object... arguments) {
        memory.set(method.keyOf(arguments), value);
    }

    @Override
    void invalidate(Object... arguments) {
        memory.invalidate(method.keyOf(arguments));
    }

    @Override
    void invalidateAll(InvalidationMode mode) {
        memory.raise(mode);
    }

    @Override
    List<String> refusals(Declaration declaration) {
        return new NaiveDeployment(defect, declaration).refusals();
    }

    @Override
    int flights() {
        return (memory == null ? 0 : memory.runs()) + (stages == null ? 0 : stages.flights());
    }

    @Override
    int leases() {
        return flights();
    }

    @Override
    boolean isIdle() {
        return methods.stream().allMatch(NaiveEngine::isIdle);
    }

    @Override
    public String toString() {
        return "a naive memoizer: " + defect.sentence();
    }
}
