package dev.memoized.impl.proof;

import dev.memoized.impl.proof.NaiveMemory.Kept;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When a {@link NaiveMemoizing} leaves keys alone whose renewal failed. */
final class NaiveBackOff {
    private static final long FIRST = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    private final Map<Object, Pause> pauses = new ConcurrentHashMap<>();
    private final Defect defect;
    private final ManualClock clock;

    NaiveBackOff(Defect defect, ManualClock clock) {
        this.defect = defect;
        this.clock = clock;
    }

    private record Pause(int failures, long began, long length, long computedAt) {}

    /** How many failures hold the key back; zero after a rejection, below zero when nothing does. */
    int holdsBack(NaiveCall call, Kept kept) {
        Pause pause = pauseOf(call, kept);
        return pause != null && clock.nanos() - pause.began < pause.length ? pause.failures : -1;
    }

    private Pause pauseOf(NaiveCall call, Kept kept) {
        Pause pause = pauses.get(call.key());
        boolean newer = pause != null && kept.computedAt() - pause.computedAt > 0;
        return newer && defect != Defect.BACK_OFF_OUTLIVES_VALUE ? null : pause;
    }

    void failed(NaiveCall call, Kept kept, Defect unless) {
        Pause before = pauseOf(call, kept);
        int failures = before == null ? 1 : before.failures + 1;
        int doubled = defect == Defect.BACK_OFF_DOES_NOT_GROW ? 0 : Math.min(failures - 1, 10);
        note(call, kept, failures, Math.min(LONGEST, FIRST << doubled), unless);
    }

    void rejected(NaiveCall call, Kept kept) {
        note(call, kept, 0, FIRST, Defect.NO_BACK_OFF_AFTER_REJECTION);
    }

    private void note(NaiveCall call, Kept kept, int failures, long length, Defect unless) {
        if (defect != unless && defect != Defect.NO_BACK_OFF) {
            pauses.put(call.key(), new Pause(failures, clock.nanos(), length, kept.computedAt()));
        }
    }
}
