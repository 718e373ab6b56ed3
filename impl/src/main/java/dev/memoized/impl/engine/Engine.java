package dev.memoized.impl.engine;

import dev.memoized.Outcome;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.Message;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.spi.Entry;
import dev.memoized.spi.TimeSource;
import org.jspecify.annotations.Nullable;

/** The path of a call, from a door to the store. Thread-safe. */
public final class Engine {
    private final TimeSource time;
    private final Answers answers;
    private final Stale stale;
    private final Cold cold;
    private final Log log;

    Engine(TimeSource time, Answers answers, Stale stale, Cold cold, Log log) {
        this.time = time;
        this.answers = answers;
        this.stale = stale;
        this.cold = cold;
        this.log = log;
    }

    /**
     * Answers a call.
     *
     * @param arguments the caller's own array; not kept
     * @param context what the door knows of this call; not kept after it
     * @return what the method would return
     * @throws Throwable the method's own, or {@link dev.memoized.ColdCacheException}
     */
    public <C> @Nullable Object call(MemoizedMethod method, @Nullable Object[] arguments, C context, Door<C> door)
            throws Throwable {
        MethodPlan plan = method.plan();
        Object key;
        try {
            key = plan.keys().keyOf(arguments);
        } catch (RuntimeException | Error failure) {
            log.once(Message.KEY_FAILED, plan.toString(), failure);
            return answers.bypass(plan, () -> door.proceed(context));
        }
        long now = time.nanos();
        Entry<Object> entry = method.memory().store().read(key, now);
        Verdict verdict = plan.limits().judge(entry, now);
        if (entry == null || verdict == Verdict.MISS) {
            return cold.answer(Call.of(method, key, arguments, now, context, door));
        }
        return verdict == Verdict.FRESH
                ? answers.serve(plan, Outcome.FRESH, entry, now)
                : stale.answer(Call.of(method, key, arguments, now, context, door), entry, now);
    }
}
