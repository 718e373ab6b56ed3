package dev.memoized.impl.proof;

import dev.memoized.Outcome;
import dev.memoized.impl.proof.NaiveMemory.Kept;
import dev.memoized.impl.proof.NaiveMemory.Verdict;

/** The path of a call of one method of a {@link NaiveMemoizing}. */
final class NaiveEngine {
    private final NaiveLeader leader;
    private final NaiveAnswers answers;
    private final NaiveCold cold;
    private final NaiveStale stale;

    NaiveEngine(NaiveLeader leader) {
        this.leader = leader;
        this.answers = new NaiveAnswers(leader.facts().name(), leader.seams().listener());
        this.cold = new NaiveCold(leader, answers);
        this.stale = new NaiveStale(leader, answers);
    }

    Object call(Object... arguments) throws Exception {
        NaiveCall call = leader.facts().of(arguments);
        if (call == null) {
            return bypass(arguments);
        }
        NaiveMemory memory = leader.memory();
        Kept kept = memory.read(call.key());
        Verdict verdict = memory.judge(kept, call.version());
        if (verdict == Verdict.FRESH) {
            return answers.serve(Outcome.FRESH, kept.value());
        }
        boolean isCold = verdict == Verdict.MISS || leader.defect() == Defect.STALE_VALUE_BLOCKS_CALLER;
        return isCold ? cold.answer(call) : stale.answer(call, kept);
    }

    private Object bypass(Object... arguments) throws Exception {
        try {
            return leader.body().compute(arguments);
        } finally {
            answers.without(Outcome.BYPASSED);
        }
    }

    Object keyOf(Object... arguments) {
        return leader.facts().of(arguments).key();
    }

    boolean isIdle() {
        return stale.isIdle();
    }
}
