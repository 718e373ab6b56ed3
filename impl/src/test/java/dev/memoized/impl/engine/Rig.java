package dev.memoized.impl.engine;

import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.testing.Gate;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.RecordingListener;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * An engine without CDI, with all of its seams in the test's hand.
 *
 * @param clock moves by hand
 * @param executor runs by hand
 * @param gate holds threads
 * @param listener hears outcomes
 * @param backend keeps entries
 * @param requests are begun and ended by hand
 */
public record Rig(
        ManualClock clock,
        HandExecutor executor,
        Gate gate,
        RecordingListener listener,
        ObjectBackend backend,
        TestRequests requests) {

    /** The same with requests of its own. */
    public Rig(ManualClock clock, HandExecutor executor, Gate gate, RecordingListener listener, ObjectBackend backend) {
        this(clock, executor, gate, listener, backend, new TestRequests());
    }

    /** One with a backend of its own. */
    public static Rig create() {
        return on(new ManualClock());
    }

    static Rig on(ManualClock clock) {
        return new Rig(clock, new HandExecutor(), new Gate(), new RecordingListener(), new LocalBackend(clock));
    }

    /** The same seams, with another backend. */
    Rig with(ObjectBackend other) {
        return new Rig(clock, executor, gate, listener, other, requests);
    }

    /** Another JVM with the same backend and clock. */
    Rig otherJvm() {
        return new Rig(clock, new HandExecutor(), new Gate(), new RecordingListener(), backend);
    }

    /** An engine of its own for one method that returns a value. */
    public Rigged plain(Terms terms, Body body) {
        return method(terms, body, Subject.Plain.class, executor);
    }

    /** The same with another executor for renewals. */
    public Rigged plain(Terms terms, Body body, Executor behind) {
        return method(terms, body, Subject.Plain.class, behind);
    }

    /** An engine of its own for one method that returns a stage. */
    Rigged stage(Terms terms, Body body) {
        return method(terms, body, Subject.Stage.class, executor);
    }

    Rigged stage(Terms terms, Body body, Executor behind) {
        return method(terms, body, Subject.Stage.class, behind);
    }

    private Rigged method(Terms terms, Body body, Class<?> subject, Executor behind) {
        Seams seams =
                new Seams(clock, terms.time().random(), behind, gate, List.of(listener), terms::setting, requests);
        return new Rigged(new Memoization(seams), Subject.plans(subject, terms, Terms.NAME), backend, body);
    }
}
