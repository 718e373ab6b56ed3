package dev.memoized.impl.proof;

import dev.memoized.OnError;
import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.RefreshEvent;
import dev.memoized.impl.proof.NaiveMemory.Kept;
import dev.memoized.impl.proof.NaiveMemory.Verdict;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

/** How a {@link NaiveMemoizing} answers when there is something stale to serve. */
final class NaiveStale {
    private static final int REFRESHES_AT_MOST = 1_000;

    private final Set<Object> tickets = ConcurrentHashMap.newKeySet();
    private final Defect defect;
    private final NaiveMemory memory;
    private final NaiveLeader leader;
    private final NaiveAnswers answers;
    private final NaiveBackOff backOff;
    private final Memoizing seams;

    NaiveStale(NaiveLeader leader, NaiveAnswers answers) {
        this.defect = leader.defect();
        this.memory = leader.memory();
        this.leader = leader;
        this.answers = answers;
        this.seams = leader.seams();
        this.backOff = new NaiveBackOff(defect, seams.clock());
    }

    Object answer(NaiveCall call, Kept kept) throws Exception {
        int failures = backOff.holdsBack(call, kept);
        if (failures >= 0) {
            return answers.serve(failures > 0 ? Outcome.FALLBACK : Outcome.STALE, kept.value());
        }
        if (leader.facts().terms().refresh() == Refresh.BACKGROUND) {
            renew(call, kept);
            return answers.serve(Outcome.STALE, kept.value());
        }
        NaiveRun mine = new NaiveRun(call, seams.clock().nanos());
        if (memory.board(mine) != mine && defect != Defect.CALLER_REFRESH_BY_EACH) {
            return answers.serve(Outcome.STALE, kept.value());
        }
        try {
            Object value = leader.lead(mine, call);
            return answers.serve(Outcome.COMPUTED, value);
        } catch (Exception failure) {
            backOff.failed(call, kept, Defect.NO_BACK_OFF);
            boolean isTold =
                    leader.facts().terms().time().onError() == OnError.THROW && defect != Defect.ON_ERROR_IGNORED;
            boolean isGone = memory.judge(kept, call.version()) == Verdict.MISS && defect != Defect.EXPIRED_IS_FALLBACK;
            if (isTold || isGone || defect == Defect.FAILED_CALLER_REFRESH_THROWS) {
                answers.without(Outcome.FAILED);
                throw failure;
            }
            return answers.serve(Outcome.FALLBACK, kept.value());
        }
    }

    private void renew(NaiveCall call, Kept kept) {
        boolean perCaller = defect == Defect.REFRESH_PER_CALLER;
        if (!perCaller && memory.isRunning(call.key())) {
            return;
        }
        boolean room = tickets.size() < REFRESHES_AT_MOST || defect == Defect.QUEUE_UNBOUNDED;
        if (room && !tickets.add(call.key()) && !perCaller) {
            return;
        }
        try {
            if (room) {
                seams.behind().execute(task(call, kept));
                return;
            }
        } catch (RejectedExecutionException full) {
            if (defect != Defect.REJECTION_KEEPS_TICKET) {
                tickets.remove(call.key());
            }
        }
        backOff.rejected(call, kept);
        answers.refreshed(RefreshEvent.REJECTED);
    }

    private Runnable task(NaiveCall call, Kept kept) {
        NaiveRun early = new NaiveRun(call, seams.clock().nanos());
        boolean begins = defect == Defect.QUEUED_RENEWAL_IS_WAITED_FOR && memory.board(early) == early;
        return () -> refresh(call, kept, begins ? early : null);
    }

    private void refresh(NaiveCall call, Kept kept, NaiveRun early) {
        try {
            NaiveRun mine = early == null ? new NaiveRun(call, seams.clock().nanos()) : early;
            boolean needed = mine == early || memory.board(mine) == mine;
            if (needed) {
                answers.refreshed(RefreshEvent.STARTED);
                Object value = lead(mine, call);
                if (!leader.isWanted(value)) {
                    backOff.failed(call, kept, Defect.NO_BACK_OFF_AFTER_UNWANTED);
                }
            }
            answers.refreshed(needed ? RefreshEvent.SUCCEEDED : RefreshEvent.SKIPPED);
        } catch (Exception | Error failure) {
            answers.refreshed(RefreshEvent.FAILED);
            backOff.failed(call, kept, Defect.NO_BACK_OFF);
            if (defect == Defect.FAILED_REFRESH_DROPS_VALUE) {
                memory.forget(call.key());
            }
        } finally {
            if (defect != Defect.TICKET_KEPT) {
                tickets.remove(call.key());
            }
        }
    }

    private Object lead(NaiveRun mine, NaiveCall call) throws Exception {
        NaiveContext context = leader.facts().context();
        Callable<Object> leading = () -> leader.lead(mine, call);
        return switch (defect) {
            case RENEWAL_SEES_RUNNING_REQUEST -> leading.call();
            case RENEWAL_SEES_CALLERS_REQUEST ->
                call.request() == null ? leading.call() : call.request().call(leading);
            default ->
                new Request().call(() -> {
                    context.restore(call.context());
                    return leading.call();
                });
        };
    }

    boolean isIdle() {
        return tickets.isEmpty();
    }
}
