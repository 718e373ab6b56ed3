package dev.memoized.impl.engine;

import dev.memoized.Mishap;
import dev.memoized.Outcome;
import dev.memoized.UndeclaredContextException;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.Owner;
import dev.memoized.impl.version.Versions;
import dev.memoized.impl.version.View;
import dev.memoized.spi.Entry;
import dev.memoized.spi.TimeSource;
import org.jspecify.annotations.Nullable;

/** The path of a call, from a door to the store. Thread-safe. */
public final class Engine {
    private final Tools tools;
    private final Calls calls;
    private final Answers answers;
    private final Stale stale;
    private final Cold cold;

    /** What takes the facts of a call. */
    record Tools(TimeSource time, Parts.Around around, Versions versions, OwnedMemories owned, Log log) {}

    Engine(Tools tools, Calls calls, Answers answers, Stale stale, Cold cold) {
        this.tools = tools;
        this.calls = calls;
        this.answers = answers;
        this.stale = stale;
        this.cold = cold;
    }

    /**
     * Answers a call.
     *
     * @param called what the door calls
     * @param arguments the caller's own array; not kept
     * @param context what the door knows of this call; not kept after it
     * @return what the method would return
     * @throws Throwable the method's own, {@link dev.memoized.ColdCacheException},
     *     {@link dev.memoized.UndeclaredContextException} or {@link dev.memoized.MutatedValueException}
     */
    public <C> @Nullable Object call(MemoizedMethod called, @Nullable Object[] arguments, C context, Door<C> door)
            throws Throwable {
        MethodPlan plan = called.plan();
        boolean bypassed = tools.around().switches().bypass(plan);
        ContextSnapshot snapshot = bypassed ? null : capture(called);
        Object key = snapshot == null ? null : keyOf(called, arguments, snapshot);
        MemoizedMethod method = plan.owner() == Owner.BACKEND ? called : owned(called, door);
        if (key == null || snapshot == null || method == null) {
            return bypass(called, context, door);
        }
        boolean renewing = tools.around().switches().renew(method.memory(), key);
        View view = viewOf(method, key, arguments, snapshot, renewing);
        long now = tools.time().nanos();
        Entry<Object> used = view.used();
        if (used != null) {
            return serveAgain(method, view, key, used, now);
        }
        Entry<Object> entry = renewing ? null : read(method, key, now);
        Verdict verdict = method.verdict(view, key, entry, now, now);
        if (entry != null && verdict == Verdict.FRESH) {
            view.use(entry);
            return answers.serve(method, Outcome.FRESH, entry, now);
        }
        Facts facts = new Facts(key, snapshot, view, now, verdict == Verdict.MISS ? null : entry, renewing);
        return goOn(calls.of(method, facts, arguments, context, door), verdict);
    }

    /** Apart from {@link #call}, which must stay small enough to be inlined: else a hit makes objects. */
    private @Nullable Object goOn(Call call, Verdict verdict) throws Throwable {
        Entry<Object> met = call.met();
        return met == null ? cold.answer(call) : stale.answer(call, met, verdict);
    }

    private <C> @Nullable Object bypass(MemoizedMethod method, C context, Door<C> door) throws Throwable {
        return answers.bypass(method, calls.bypassing(method.plan(), context, door));
    }

    private @Nullable MemoizedMethod owned(MemoizedMethod method, Door<?> door) {
        return tools.owned().find(method, door);
    }

    private @Nullable Object serveAgain(MemoizedMethod method, View view, Object key, Entry<Object> used, long now) {
        return answers.serve(method, Answers.outcome(method.verdict(view, key, used, now, now)), used, now);
    }

    /** A store that refuses to serve what it holds ends the call. */
    private @Nullable Entry<Object> read(MemoizedMethod method, Object key, long now) {
        try {
            return method.memory().store().read(key, now);
        } catch (RuntimeException | Error refusal) {
            answers.without(method, Outcome.FAILED);
            throw refusal;
        }
    }

    private @Nullable ContextSnapshot capture(MemoizedMethod method) {
        ContextSnapshot snapshot;
        try {
            snapshot = tools.around().contexts().capture(method.plan().context());
        } catch (UndeclaredContextException undeclared) {
            answers.without(method, Outcome.REFUSED);
            throw undeclared;
        }
        if (snapshot == null) {
            method.listeners().suffered(Mishap.CONTEXT);
        }
        return snapshot;
    }

    /** Null when there is none, or the transaction that this thread is in will change what it finds. */
    private @Nullable Object keyOf(MemoizedMethod method, @Nullable Object[] arguments, ContextSnapshot snapshot) {
        MethodPlan plan = method.plan();
        try {
            Object key = plan.hasGenerator()
                    ? tools.around().contexts().seeing(snapshot, () -> plan.keyOf(arguments, snapshot))
                    : plan.keyOf(arguments, snapshot);
            return tools.around().pending().names(method, key) ? null : key;
        } catch (Exception | Error failure) {
            tools.log().once(RuntimeMessage.KEY_FAILED, plan.toString(), failure);
            method.listeners().suffered(Mishap.KEY);
            return null;
        }
    }

    private View viewOf(
            MemoizedMethod method,
            Object key,
            @Nullable Object[] arguments,
            ContextSnapshot snapshot,
            boolean renewing) {
        MethodPlan plan = method.plan();
        if (!plan.isVersioned()) {
            return View.ANY;
        }
        if (renewing) {
            tools.versions().forget(plan, key);
        }
        try {
            View view = tools.versions().of(plan, key, arguments, snapshot);
            if (view.isOfFailure()) {
                method.listeners().suffered(Mishap.VERSION);
            }
            return view;
        } catch (Exception | Error failure) {
            method.listeners().suffered(Mishap.VERSION);
            answers.without(method, Outcome.FAILED);
            throw failure;
        }
    }
}
