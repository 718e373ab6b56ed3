package dev.memoized.impl.engine;

import dev.memoized.OnError;
import dev.memoized.Outcome;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.freshness.Limits;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.impl.observe.Watches;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.ResultShape;
import dev.memoized.spi.Entry;
import dev.memoized.spi.TimeSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Gives answers the form that the method's callers expect, and tells the listeners. */
final class Answers {
    private static final long NO_AGE = -1;

    private final TimeSource time;
    private final Watches watches;

    Answers(TimeSource time, Watches watches) {
        this.time = time;
        this.watches = watches;
    }

    /** What a store held. */
    @Nullable
    Object serve(MemoizedMethod method, Outcome outcome, Entry<Object> entry, long now) {
        tell(method, outcome, Limits.age(entry, now));
        Object value = entry.value();
        return method.plan().shape() == ResultShape.PLAIN ? value : CompletableFuture.completedFuture(value);
    }

    /** Computes as if the method were not memoized. */
    @Nullable
    Object bypass(MemoizedMethod method, Computation computation) throws Throwable {
        Object result;
        try {
            result = computation.compute();
        } catch (Throwable failure) {
            without(method, Outcome.BYPASSED);
            throw failure;
        }
        without(method, Outcome.BYPASSED);
        return result;
    }

    /**
     * What a landing brings, or what stands in for it.
     *
     * @param outcome of the call when it brings a value
     * @throws Throwable what it brings instead
     */
    @Nullable
    Object end(Call call, Outcome outcome, Landing landing) throws Throwable {
        if (landing instanceof Landing.Value value) {
            return value(call, outcome, value.entry(), value.isKept());
        }
        if (landing instanceof Landing.Found found) {
            return value(call, Outcome.FRESH, found.entry(), true);
        }
        Entry<Object> fallback = fallback(call, landing);
        if (fallback != null) {
            return value(call, Outcome.FALLBACK, fallback, true);
        }
        if (landing instanceof Landing.Failure failure) {
            without(call.method(), Outcome.FAILED);
            throw failure.failure();
        }
        if (landing instanceof Landing.Refused refused) {
            without(call.method(), Outcome.REFUSED);
            throw refused.refusal();
        }
        throw new IllegalStateException("looks again");
    }

    /** What the call has met, unless it has ended since, or the method would rather have its failure told. */
    private @Nullable Entry<Object> fallback(Call call, Landing landing) {
        Entry<Object> met = call.met();
        boolean isTold = landing instanceof Landing.Failure && call.plan().onError() == OnError.THROW;
        return met == null || isTold || call.judge(met, time.nanos()) == Verdict.MISS ? null : met;
    }

    /** What the method threw on this thread, where something may stand in for it: then nobody else restores the flag. */
    Landing thrown(Call call, Throwable failure) {
        if (call.met() != null) {
            Interruption.restore(failure);
        }
        return new Landing.Failure(failure);
    }

    /**
     * The value of an entry.
     *
     * @param isKept the request goes on with it
     */
    @Nullable
    Object value(Call call, Outcome outcome, Entry<Object> entry, boolean isKept) {
        if (isKept) {
            call.facts().view().use(entry);
        }
        tell(call.method(), outcome, Math.max(0, time.nanos() - entry.computedAt()));
        return entry.value();
    }

    /** The call ended without a value. */
    void without(MemoizedMethod method, Outcome outcome) {
        tell(method, outcome, NO_AGE);
    }

    /** The watch last: a listener may make calls of its own. */
    private void tell(MemoizedMethod method, Outcome outcome, long ageNanos) {
        method.listeners().called(outcome, ageNanos);
        watches.tell(outcome, ageNanos);
    }

    /** Calls back with the value, or what went wrong: for a plain result at once, for a stage at its end. */
    static void whenComputed(MethodPlan plan, @Nullable Object result, Computed computed) {
        if (plan.shape() == ResultShape.PLAIN) {
            computed.with(result, null);
        } else if (result instanceof CompletionStage<?> stage) {
            stage.whenComplete(computed::with);
        } else {
            computed.with(null, new NullStageException(plan));
        }
    }

    /** How a call ends that is served what a store holds. */
    static Outcome outcome(Verdict verdict) {
        return verdict.isFresh() ? Outcome.FRESH : Outcome.STALE;
    }

    /** What is told at the end of a computation. */
    @FunctionalInterface
    interface Computed {
        void with(@Nullable Object value, @Nullable Throwable failure);
    }
}
