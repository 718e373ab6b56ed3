package dev.memoized.impl.engine;

import dev.memoized.CurrentComputation;
import dev.memoized.MemoizedMethods;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A memoized method of a test, behind a door that counts how often its body runs. */
public final class Rigged {
    private final Memoization memoization;
    private final Map<Integer, MemoizedMethod> methods;
    private final ObjectBackend backend;
    private final TestDoor door;

    Rigged(Memoization memoization, Map<Integer, MethodPlan> plans, ObjectBackend backend, Body body) {
        this.memoization = memoization;
        this.methods = plans.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), n -> memoization.open(plans.get(n), backend)));
        this.backend = backend;
        this.door = new TestDoor(body);
    }

    /** Another method of the same engine. */
    public Rigged beside(String name, Terms terms, Body body) {
        return new Rigged(memoization, Subject.plans(Subject.Plain.class, terms, name), backend, body);
    }

    /** A method of the same engine that returns a stage. */
    Rigged stageBeside(String name, Terms terms, Body body) {
        return new Rigged(memoization, Subject.plans(Subject.Stage.class, terms, name), backend, body);
    }

    /** The engine as applications see it. */
    MemoizedMethods memoized() {
        return memoization;
    }

    /** What the computation on a thread says of its value. */
    CurrentComputation current() {
        return memoization.currentComputation();
    }

    /** Calls on this thread. */
    public Object call(Object... arguments) throws Exception {
        Recording recording = memoization.recorder().current();
        if (recording != null) {
            return recording.note(methods.get(arguments.length), door, arguments);
        }
        try {
            return memoization.engine().call(methods.get(arguments.length), arguments, arguments, door);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    /** Calls a method that returns a stage. */
    @SuppressWarnings("unchecked")
    CompletionStage<Object> stage(Object... arguments) throws Exception {
        return (CompletionStage<Object>) call(arguments);
    }

    /** Stores a value that was not computed. */
    public void put(Entry<Object> entry, Duration life, Object... arguments) {
        store().put(key(arguments), entry, life);
    }

    public void invalidate(Object... arguments) {
        memoization.invalidations().drop(methods.get(arguments.length), key(arguments));
    }

    public void invalidateAll(InvalidationMode mode) {
        raise(Mark.namespace(Terms.NAME), mode);
    }

    void raise(Mark mark, InvalidationMode mode) {
        memoization.invalidations().raise(methods.get(1), mark, mode);
    }

    Object key(Object... arguments) {
        MethodPlan plan = methods.get(arguments.length).plan();
        return plan.keyOf(arguments, memoization.contexts().capture(plan.context()));
    }

    /** What the running computation sees. */
    ContextSnapshot visible() {
        return memoization.contexts().visible();
    }

    Store<Object> store() {
        return methods.get(1).memory().store();
    }

    /** How many computations are under way that callers can find. */
    public int flights() {
        return methods.get(1).memory().flights().size();
    }

    /** Whether no renewal is queued or running. */
    public boolean isIdle() {
        try {
            return memoization.awaitRefreshes(Duration.ZERO);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private record TestDoor(Body body) implements Door<Object[]> {
        @Override
        public Object proceed(Object[] context) throws Throwable {
            return body.compute(context);
        }

        @Override
        public Computation renewal(MethodPlan plan, Object key, ContextSnapshot snapshot, List<Object> arguments) {
            return () -> {
                Restoration.of(plan, snapshot);
                return body.compute(arguments.toArray());
            };
        }
    }
}
