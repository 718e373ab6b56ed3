package dev.memoized.impl.engine;

/** Engines whose values are watched for changes. */
public final class Watching {
    private Watching() {}

    /** For one method that returns a value. */
    public static Rigged plain(Rig rig, Terms terms, Body body) {
        return rig.plain(watched(terms), body);
    }

    /** For one method that returns a stage. */
    static Rigged stage(Rig rig, Terms terms, Body body) {
        return rig.stage(watched(terms), body);
    }

    private static Terms watched(Terms terms) {
        return terms.setting(Memoization.DETECT_MUTATION, "true");
    }
}
