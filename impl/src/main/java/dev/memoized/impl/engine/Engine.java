package dev.memoized.impl.engine;

import dev.memoized.Outcome;
import dev.memoized.UndeclaredContextException;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.context.Contexts;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.MethodPlan;
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
    record Tools(TimeSource time, Contexts contexts, Versions versions, Log log) {}

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
     * @param arguments the caller's own array; not kept
     * @param context what the door knows of this call; not kept after it
     * @return what the method would return
     * @throws Throwable the method's own, {@link dev.memoized.ColdCacheException},
     *     {@link dev.memoized.UndeclaredContextException} or {@link dev.memoized.MutatedValueException}
     */
    public <C> @Nullable Object call(MemoizedMethod method, @Nullable Object[] arguments, C context, Door<C> door)
            throws Throwable {
        MethodPlan plan = method.plan();
        ContextSnapshot snapshot = capture(method);
        Object key = snapshot == null ? null : keyOf(plan, arguments, snapshot);
        if (key == null || snapshot == null) {
            return answers.bypass(method, calls.bypassing(plan, context, door));
        }
        View view = tools.versions().of(plan, key, arguments, snapshot);
        long now = tools.time().nanos();
        Entry<Object> used = view.used();
        if (used != null) {
            return answers.serve(method, Answers.outcome(plan.limits().judge(used, now)), used, now);
        }
        Entry<Object> entry = read(method, key, now);
        Verdict verdict = view.judge(plan.limits(), entry, now);
        if (entry != null && verdict == Verdict.FRESH) {
            view.use(entry);
            return answers.serve(method, Outcome.FRESH, entry, now);
        }
        Call call = calls.of(method, new Facts(key, snapshot, view, now), arguments, context, door);
        return entry == null || verdict == Verdict.MISS ? cold.answer(call) : stale.answer(call, entry, now);
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
        try {
            return tools.contexts().capture(method.plan().context());
        } catch (UndeclaredContextException undeclared) {
            answers.without(method, Outcome.REFUSED);
            throw undeclared;
        }
    }

    private @Nullable Object keyOf(MethodPlan plan, @Nullable Object[] arguments, ContextSnapshot snapshot) {
        try {
            return plan.hasGenerator()
                    ? tools.contexts().seeing(snapshot, () -> plan.keyOf(arguments, snapshot))
                    : plan.keyOf(arguments, snapshot);
        } catch (Exception | Error failure) {
            tools.log().once(RuntimeMessage.KEY_FAILED, plan.toString(), failure);
            return null;
        }
    }
}
