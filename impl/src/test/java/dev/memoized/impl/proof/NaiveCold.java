package dev.memoized.impl.proof;

import dev.memoized.ColdCacheException;
import dev.memoized.Outcome;
import dev.memoized.WhenCold;
import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.proof.NaiveMemory.Kept;
import dev.memoized.impl.proof.NaiveRun.End;
import dev.memoized.spi.FaultPoints.Place;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How a {@link NaiveMemoizing} answers when there is nothing to serve. */
final class NaiveCold {
    private final Map<Thread, NaiveRun> waiting = new ConcurrentHashMap<>();
    private final Defect defect;
    private final Terms terms;
    private final NaiveMemory memory;
    private final NaiveLeader leader;
    private final NaiveAnswers answers;
    private final Memoizing seams;

    NaiveCold(NaiveLeader leader, NaiveAnswers answers) {
        this.defect = leader.defect();
        this.terms = leader.facts().terms();
        this.memory = leader.memory();
        this.leader = leader;
        this.answers = answers;
        this.seams = leader.seams();
    }

    Object answer(NaiveCall call) throws Exception {
        long began = seams.clock().nanos();
        while (true) {
            NaiveRun mine = new NaiveRun(call, seams.clock().nanos());
            Object found = memory.board(mine);
            if (found instanceof Kept fresh) {
                return answers.serve(Outcome.FRESH, fresh.value());
            }
            NaiveRun run = (NaiveRun) found;
            boolean patient = terms.whenCold() == WhenCold.WAIT || defect == Defect.WHEN_COLD_IGNORED;
            if (run == mine || (terms.whenCold() == WhenCold.COMPUTE && !patient) || waitsForMe(run)) {
                return compute(run == mine ? mine : null, call);
            }
            if (!patient) {
                return refuse(null);
            }
            seams.gate().reached(Place.FOLLOWING, leader.facts().name());
            End end = await(run, call, began);
            if (end instanceof NaiveRun.Value value && isFor(call, run)) {
                return answers.serve(Outcome.JOINED, value.value());
            }
            if (end instanceof NaiveRun.Failure failure) {
                return answers.serve(Outcome.FAILED, failure);
            }
        }
    }

    private boolean isFor(NaiveCall call, NaiveRun run) {
        return NaiveMemory.accepts(call.version(), run.version) || defect == Defect.FOLLOWER_TAKES_ANY_VERSION;
    }

    private boolean waitsForMe(NaiveRun run) {
        if (defect == Defect.WAITS_WITHOUT_CYCLE_CHECK) {
            return false;
        }
        Thread me = Thread.currentThread();
        waiting.put(me, run);
        for (NaiveRun next = run; next != null && !next.end.isDone(); next = waiting.get(next.leader)) {
            if (next.leader == me) {
                waiting.remove(me);
                return true;
            }
        }
        return false;
    }

    private Object refuse(InterruptedException interrupted) {
        if (interrupted != null && defect != Defect.INTERRUPT_FLAG_LOST) {
            Thread.currentThread().interrupt();
        }
        answers.without(Outcome.REFUSED);
        throw new ColdCacheException("no value", interrupted);
    }

    private End await(NaiveRun run, NaiveCall call, long began) throws Exception {
        Duration left = terms.waitAtMost().minusNanos(seams.clock().nanos() - began);
        try {
            if (defect == Defect.UNBOUNDED_WAIT) {
                return run.end.get();
            }
            return seams.clock().await(run.end, left) ? run.end.join() : giveUp(call);
        } catch (InterruptedException interrupted) {
            return defect == Defect.INTERRUPTED_FOLLOWER_COMPUTES
                    ? new NaiveRun.Value(leader.alone(call))
                    : (End) refuse(interrupted);
        } finally {
            waiting.remove(Thread.currentThread());
        }
    }

    private End giveUp(NaiveCall call) throws Exception {
        return defect == Defect.WAIT_OVER_COMPUTES ? new NaiveRun.Value(leader.alone(call)) : (End) refuse(null);
    }

    private Object compute(NaiveRun mine, NaiveCall call) throws Exception {
        try {
            Object value = mine == null ? leader.alone(call) : leader.lead(mine, call);
            return answers.serve(Outcome.COMPUTED, value);
        } catch (Throwable failure) {
            answers.without(Outcome.FAILED);
            throw failure;
        }
    }
}
