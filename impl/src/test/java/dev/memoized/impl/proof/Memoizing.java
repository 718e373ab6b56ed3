package dev.memoized.impl.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.testing.Callers;
import dev.memoized.testing.Gate;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.RecordingListener;
import java.time.Duration;

/** Something that memoizes one method, and all that a check needs to watch it. */
abstract class Memoizing {
    private final HandExecutor executor = new HandExecutor();
    private final Gate gate = new Gate();
    private final RecordingListener listener = new RecordingListener();
    private ManualClock clock = new ManualClock();

    /** Before the first call. */
    abstract void open(Terms terms, Body body);

    /** On this thread. */
    abstract Object call(Object... arguments) throws Exception;

    abstract void invalidate(Object... arguments);

    abstract void invalidateAll(InvalidationMode mode);

    /** How many computations are under way that callers can find. */
    abstract int flights();

    /** Whether no renewal is queued or running. */
    abstract boolean isIdle();

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
        gate.hold(place);
        int before = gate.count(place);
        Callers<Object> caller = start(1, arguments);
        gate.awaitReached(place, before + 1);
        return caller;
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
        assertThat(clock.waiters()).as("threads that wait").isZero();
        assertThat(clock.pending()).as("alarms that nobody has cancelled").isZero();
    }
}
