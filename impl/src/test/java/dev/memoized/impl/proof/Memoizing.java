package dev.memoized.impl.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.testing.Callers;
import dev.memoized.testing.Gate;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.RecordingListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Something that memoizes one method, and all that a check needs to watch it. */
abstract class Memoizing {
    private final HandExecutor executor = new HandExecutor();
    private final Gate gate = new Gate();
    private final RecordingListener listener = new RecordingListener();
    private ManualClock clock = new ManualClock();
    private Executor behind = executor;

    /** Before the first call. */
    abstract void open(Terms terms, Body body);

    /** The same, with values that are watched for changes. */
    abstract void openWatching(Terms terms, Body body);

    /** On this thread. */
    abstract Object call(Object... arguments) throws Exception;

    /** Another method of the same engine and backend, with the same limits; after {@link #open}. */
    abstract Other beside(String name, Terms terms, Body body);

    /** A method that returns stages, with its own entries; once in a check. */
    abstract Stages stages(Terms terms, Body body);

    /** The same on a backend of bytes, with values of a type. */
    abstract Stages stagesInBytes(Terms terms, Class<?> type, Body body);

    /** A store of bytes with values of a type. */
    abstract Bytes bytes(Class<?> type, Bytes.Form form);

    /** Stores a value that was not computed. */
    abstract void set(Object value, Object... arguments);

    abstract void invalidate(Object... arguments);

    abstract void invalidateAll(InvalidationMode mode);

    /** What deployment finds wrong with a declaration. */
    abstract List<String> refusals(Declaration declaration);

    /** How many computations are under way that callers can find. */
    abstract int flights();

    /** How many leases are out. */
    abstract int leases();

    /** Whether no renewal is queued or running. */
    abstract boolean isIdle();

    /** A method beside the one that is watched. */
    @FunctionalInterface
    interface Other {
        Object call(Object... arguments) throws Exception;
    }

    /** A method whose results are stages. */
    @FunctionalInterface
    interface Stages {
        CompletionStage<Object> call(Object... arguments) throws Exception;
    }

    /** Renewals run there instead of by hand; before {@link #open}. */
    final void renewOn(Executor other) {
        behind = other;
    }

    final Executor behind() {
        return behind;
    }

    /** Before {@link #open}. */
    final void startClockAt(long nanos) {
        clock = new ManualClock(nanos);
    }

    final ManualClock clock() {
        return clock;
    }

    final HandExecutor executor() {
        return executor;
    }

    final Gate gate() {
        return gate;
    }

    final RecordingListener listener() {
        return listener;
    }

    final void advance(long seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    final int count(Outcome outcome) {
        return listener.count(outcome);
    }

    /** Threads that call with the same arguments. */
    final Callers<Object> start(int threads, Object... arguments) {
        return Callers.start("caller", threads, number -> call(arguments));
    }

    /** One thread that computes and is held at a place. */
    final Callers<Object> startAndHold(Place place, Object... arguments) {
        return startAndHold(place, () -> call(arguments));
    }

    /** One thread that computes this and is held at a place. */
    final <T> Callers<T> startAndHold(Place place, Callable<T> work) {
        gate.hold(place);
        int before = gate.count(place);
        Callers<T> caller = Callers.start(1, number -> work.call());
        gate.awaitReached(place, before + 1);
        return caller;
    }

    /** The oldest renewal, on a thread of its own that is held at a place. */
    final Callers<Boolean> renewAndHold(Place place) {
        return startAndHold(place, executor::runNext);
    }

    /** Followers of a computation that is held, all of them about to wait. */
    final Callers<Object> startFollowers(int threads, Object... arguments) {
        int before = gate.count(Place.FOLLOWING);
        Callers<Object> followers = start(threads, arguments);
        gate.awaitReached(Place.FOLLOWING, before + threads);
        return followers;
    }

    /** Nothing is under way and nothing is left. */
    final void assertNothingIsLeft() {
        executor.refuse(false);
        executor.runAll();
        assertThat(isIdle()).as("no renewal is queued or running").isTrue();
        assertThat(flights()).as("flights that did not land").isZero();
        assertThat(leases()).as("leases that nobody gave back").isZero();
        assertThat(clock.waiters()).as("threads that wait").isZero();
        assertThat(clock.pending()).as("alarms that nobody has cancelled").isZero();
    }
}
