package dev.memoized.impl.engine;

import java.util.List;

/** Engines whose values are watched for changes. */
public final class Watching {
    private Watching() {}

    /** For one method that returns a value. */
    public static Rigged plain(Rig rig, Terms terms, Body body) {
        return method(rig, terms, body, Subject.Plain.class);
    }

    /** For one method that returns a stage. */
    static Rigged stage(Rig rig, Terms terms, Body body) {
        return method(rig, terms, body, Subject.Stage.class);
    }

    private static Rigged method(Rig rig, Terms terms, Body body, Class<?> subject) {
        Seams seams = new Seams(
                rig.clock(),
                rig.executor(),
                rig.gate(),
                List.of(rig.listener()),
                key -> key.equals(Memoization.DETECT_MUTATION) ? "true" : null,
                rig.requests());
        return new Rigged(new Memoization(seams), Subject.plans(subject, terms, Terms.NAME), rig.backend(), body);
    }
}
