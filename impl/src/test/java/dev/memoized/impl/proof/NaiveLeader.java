package dev.memoized.impl.proof;

import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.proof.NaiveRun.End;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;

/** How a {@link NaiveMemoizing} computes and stores. */
record NaiveLeader(Defect defect, Body body, NaiveMemory memory, Memoizing seams) {

    Object lead(NaiveRun mine, Object... arguments) throws Exception {
        try {
            seams.gate().reached(Place.LEASED, Terms.NAME);
            long began = seams.clock().nanos();
            Object value = body(arguments);
            seams.gate().reached(Place.COMPUTED, Terms.NAME);
            memory.publish(
                    mine,
                    value,
                    defect == Defect.TIMESTAMP_AFTER ? seams.clock().nanos() : began);
            seams.gate().reached(Place.PUBLISHED, Terms.NAME);
            memory.remove(mine);
            mine.end.complete(new NaiveRun.Value(value));
            return value;
        } catch (Exception | Error failure) {
            fail(mine, failure);
            throw failure;
        }
    }

    private Object body(Object... arguments) throws Exception {
        return switch (defect) {
            case USER_CODE_UNDER_MAP_LOCK -> memory.locked(() -> body.compute(arguments));
            case FOREGROUND_ON_ANOTHER_THREAD ->
                Callers.start(1, number -> body.compute(arguments)).values().get(0);
            default -> body.compute(arguments);
        };
    }

    private void fail(NaiveRun mine, Throwable failure) {
        if (defect == Defect.EXCEPTION_REMEMBERED) {
            memory.publish(mine, new NaiveRun.Failure(failure), seams.clock().nanos());
        }
        if (defect == Defect.ERRORS_LEAVE_FLIGHT && failure instanceof Error) {
            return;
        }
        boolean interrupted = failure instanceof InterruptedException
                || Thread.currentThread().isInterrupted();
        boolean again = interrupted && defect != Defect.INTERRUPTED_LEADER_FAILS_FOLLOWERS;
        End end = again || defect == Defect.RETRY_PER_FOLLOWER ? new NaiveRun.Again() : new NaiveRun.Failure(failure);
        if (defect == Defect.COMPLETE_BEFORE_REMOVE) {
            mine.end.complete(end);
            seams.gate().reached(Place.PUBLISHED, Terms.NAME); // so that a check can hold it in between
        }
        if (defect != Defect.FLIGHT_NOT_REMOVED_ON_FAILURE) {
            memory.remove(mine);
        }
        mine.end.complete(end);
    }
}
