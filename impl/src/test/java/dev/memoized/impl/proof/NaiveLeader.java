package dev.memoized.impl.proof;

import dev.memoized.CacheIf;
import dev.memoized.impl.engine.Body;
import dev.memoized.impl.proof.NaiveMemory.Kept;
import dev.memoized.impl.proof.NaiveRun.End;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** How a {@link NaiveMemoizing} computes and stores. */
record NaiveLeader(Defect defect, NaiveFacts facts, Body body, NaiveMemory memory, Memoizing seams) {

    Object lead(NaiveRun mine, NaiveCall call) throws Exception {
        try {
            reached(Place.LEASED);
            long began = memory.now();
            Object value = compute(call);
            reached(Place.COMPUTED);
            keep(mine, call, value, defect == Defect.TIMESTAMP_AFTER ? memory.now() : began);
            reached(Place.PUBLISHED);
            memory.remove(mine);
            mine.end.complete(new NaiveRun.Value(value));
            return value;
        } catch (Throwable failure) {
            fail(mine, failure);
            throw failure;
        }
    }

    private void reached(Place place) {
        seams.gate().reached(place, facts.name());
    }

    private void keep(NaiveRun mine, NaiveCall call, Object value, long computedAt) {
        Object key = defect == Defect.KEY_MADE_LATE ? facts.of(call.arguments()).key() : call.key();
        Object version = defect == Defect.VERSION_TAKEN_LATE ? versionNow(call) : call.version();
        boolean bornStale = defect == Defect.STALE_AT_BIRTH_DISCARDED && memory.isStale(computedAt);
        if (bornStale || !isWanted(value)) {
            return;
        }
        if (defect != Defect.VERSION_READ_AGAIN || Objects.equals(version, versionNow(call))) {
            memory.publish(mine, key, new Kept(value, computedAt, version, 0));
        }
    }

    boolean isWanted(Object value) {
        return facts.terms().cacheIf() != CacheIf.Present.class || value != null;
    }

    private Object versionNow(NaiveCall call) {
        return facts.of(call.arguments()).version();
    }

    private Object compute(NaiveCall call) throws Exception {
        return switch (defect) {
            case USER_CODE_UNDER_MAP_LOCK -> memory.locked(() -> alone(call));
            case FOREGROUND_ON_ANOTHER_THREAD ->
                Callers.start(1, number -> alone(call)).values().get(0);
            case FOREGROUND_ON_THE_POOL -> queued(() -> alone(call));
            default -> alone(call);
        };
    }

    private Object queued(Callable<Object> computation) throws Exception {
        FutureTask<Object> task = new FutureTask<>(computation);
        seams.behind().execute(task);
        return task.get();
    }

    /** Computes, and does nothing else. */
    Object alone(NaiveCall call) throws Exception {
        if (!facts.terms().request().isolated() || defect == Defect.ISOLATED_MISS_SEES_CALLER) {
            return facts.context().show(() -> body.compute(call.arguments()));
        }
        return Callers.start(1, number -> {
                    facts.context().restore(call.context());
                    return facts.context().show(() -> body.compute(call.arguments()));
                })
                .values()
                .get(0);
    }

    private void fail(NaiveRun mine, Throwable failure) {
        if (defect == Defect.EXCEPTION_REMEMBERED) {
            memory.publish(
                    mine,
                    mine.key,
                    new Kept(new NaiveRun.Failure(failure), seams.clock().nanos(), mine.version, 0));
        }
        if (leavesFlight(failure)) {
            return;
        }
        boolean interrupted = failure instanceof InterruptedException
                || Thread.currentThread().isInterrupted();
        boolean again = interrupted && defect != Defect.INTERRUPTED_LEADER_FAILS_FOLLOWERS;
        End end = again || defect == Defect.RETRY_PER_FOLLOWER ? new NaiveRun.Again() : new NaiveRun.Failure(failure);
        if (defect == Defect.COMPLETE_BEFORE_REMOVE) {
            mine.end.complete(end);
            reached(Place.PUBLISHED); // so that a check can hold it in between
        }
        if (defect != Defect.FLIGHT_NOT_REMOVED_ON_FAILURE) {
            memory.remove(mine);
        }
        mine.end.complete(end);
    }

    private boolean leavesFlight(Throwable failure) {
        return switch (defect) {
            case ERRORS_LEAVE_FLIGHT -> failure instanceof Error;
            case THROWABLES_LEAVE_FLIGHT -> !(failure instanceof Error) && !(failure instanceof Exception);
            default -> false;
        };
    }
}
