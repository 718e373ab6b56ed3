package dev.memoized.impl.proof;

import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.RefreshEvent;
import dev.memoized.impl.engine.Body;
import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.proof.NaiveMemory.Kept;
import dev.memoized.impl.proof.NaiveMemory.Verdict;
import dev.memoized.spi.InvalidationMode;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;

/** The same behaviour as the engine's, written for its mutants: one method, one lock, values only. */
final class NaiveMemoizing extends Memoizing {
    private static final int REFRESHES_AT_MOST = 1_000;

    private final Set<Object> tickets = ConcurrentHashMap.newKeySet();
    private final Defect defect;
    private final NaiveKeys keys;
    private NaiveMemory memory;
    private Terms terms;
    private NaiveLeader leader;
    private NaiveCold cold;

    NaiveMemoizing(Defect defect) {
        this.defect = defect;
        this.keys = new NaiveKeys(defect);
    }

    @Override
    void open(Terms newTerms, Body newBody) {
        terms = newTerms;
        memory = new NaiveMemory(defect, newTerms, clock());
        leader = new NaiveLeader(defect, newBody, memory, this);
        cold = new NaiveCold(newTerms, leader, this);
    }

    @Override
    Object call(Object... arguments) throws Exception {
        Object key = keys.key(arguments);
        Kept kept = memory.read(key);
        Verdict verdict = memory.judge(kept);
        if (verdict == Verdict.FRESH) {
            return serve(Outcome.FRESH, kept.value());
        }
        boolean isCold = verdict == Verdict.MISS || defect == Defect.STALE_VALUE_BLOCKS_CALLER;
        return isCold ? cold.answer(key, arguments) : stale(key, kept, arguments);
    }

    Object serve(Outcome outcome, Object value) throws Exception {
        listener().called(Terms.NAME, outcome, 0);
        return value instanceof NaiveRun.Failure remembered ? raise(remembered.failure()) : value;
    }

    private static Object raise(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (Exception) failure;
    }

    private Object stale(Object key, Kept kept, Object... arguments) throws Exception {
        if (terms.refresh() == Refresh.BACKGROUND) {
            renew(key, arguments);
            return serve(Outcome.STALE, kept.value());
        }
        NaiveRun mine = new NaiveRun(key, clock().nanos());
        if (memory.board(mine) != mine && defect != Defect.CALLER_REFRESH_BY_EACH) {
            return serve(Outcome.STALE, kept.value());
        }
        try {
            Object value = leader.lead(mine, arguments);
            return serve(Outcome.COMPUTED, value);
        } catch (Exception failure) {
            if (defect == Defect.FAILED_CALLER_REFRESH_THROWS) {
                throw failure;
            }
            return serve(Outcome.FALLBACK, kept.value());
        }
    }

    private void renew(Object key, Object... arguments) {
        boolean perCaller = defect == Defect.REFRESH_PER_CALLER;
        if (!perCaller && memory.isRunning(key)) {
            return;
        }
        boolean room = tickets.size() < REFRESHES_AT_MOST || defect == Defect.QUEUE_UNBOUNDED;
        if (room && !tickets.add(key) && !perCaller) {
            return;
        }
        try {
            if (room) {
                executor().execute(() -> refresh(key, arguments));
                return;
            }
        } catch (RejectedExecutionException full) {
            if (defect != Defect.REJECTION_KEEPS_TICKET) {
                tickets.remove(key);
            }
        }
        listener().refreshed(Terms.NAME, RefreshEvent.REJECTED);
    }

    private void refresh(Object key, Object... arguments) {
        NaiveRun mine = new NaiveRun(key, clock().nanos());
        try {
            boolean needed = memory.board(mine) == mine;
            if (needed) {
                listener().refreshed(Terms.NAME, RefreshEvent.STARTED);
                leader.lead(mine, arguments);
            }
            listener().refreshed(Terms.NAME, needed ? RefreshEvent.SUCCEEDED : RefreshEvent.SKIPPED);
        } catch (Exception | Error failure) {
            listener().refreshed(Terms.NAME, RefreshEvent.FAILED);
            if (defect == Defect.FAILED_REFRESH_DROPS_VALUE) {
                memory.forget(key);
            }
        } finally {
            tickets.remove(key);
        }
    }

    @Override
    void invalidate(Object... arguments) {
        memory.invalidate(keys.key(arguments));
    }

    @Override
    void invalidateAll(InvalidationMode mode) {
        memory.raise(mode);
    }

    @Override
    int flights() {
        return memory.runs();
    }

    @Override
    boolean isIdle() {
        return tickets.isEmpty();
    }

    @Override
    public String toString() {
        return "a naive memoizer: " + defect.sentence();
    }
}
