package dev.memoized.impl.engine;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Cold.Tools;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.log.RuntimeMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/*
 * Concurrency: the landing and the end of the wait may come at the same moment; who sets `settled` first answers, once.
 */
/** One cold call of a method that returns a stage: its caller has its own copy and waits as it likes, no thread does. */
final class ColdStage {
    private final CompletableFuture<@Nullable Object> copy = new CompletableFuture<>();
    private final AtomicBoolean settled = new AtomicBoolean();
    private final Call call;
    private final Tools tools;
    private final Sites.Site site;
    private volatile Runnable forget = () -> {};

    ColdStage(Call call, Tools tools) {
        this.call = call;
        this.tools = tools;
        this.site = tools.sites().here();
    }

    /**
     * The caller's copy of the stage that answers the call.
     *
     * @throws Throwable what the method threw on this thread
     */
    @Nullable
    Object answer(Step.Move first) throws Throwable {
        Step step = take(first);
        while (step.landing().getNow(null) instanceof Landing.Again) {
            step = take(tools.steps()::again);
        }
        await(step);
        return copy;
    }

    private Step take(Step.Move move) throws Throwable {
        try {
            return move.take(call);
        } catch (Throwable failure) {
            if (call.met() == null) {
                tools.answers().without(call.method(), Outcome.FAILED);
                throw failure;
            }
            return Step.at(tools.answers().thrown(call, failure), Outcome.COMPUTED);
        }
    }

    private void await(Step step) {
        forget.run();
        if (step.outcome() == Outcome.JOINED && !step.landing().isDone()) {
            bound(step.bound(), tools.steps()::late);
        }
        step.landing().whenComplete((landing, never) -> settle(step.outcome(), landing));
    }

    /** Ends the wait, counted from the beginning of the call, if nothing else does. */
    private void bound(Duration bound, Function<Call, Landing> end) {
        Duration left = bound.minusNanos(tools.time().nanos() - call.began());
        forget = tools.time().after(left, () -> settle(Outcome.JOINED, end.apply(call)));
    }

    private void settle(Outcome outcome, Landing landing) {
        if (landing instanceof Landing.Again) {
            again();
        } else if (settled.compareAndSet(false, true)) {
            forget.run();
            site.resume(() -> complete(outcome, landing));
        }
    }

    private void complete(Outcome outcome, Landing landing) {
        Object value;
        try {
            value = tools.answers().end(call, outcome, landing);
        } catch (Throwable failure) {
            copy.completeExceptionally(failure);
            return;
        }
        copy.complete(value);
    }

    private void again() {
        if (settled.get()) {
            return;
        }
        forget.run();
        bound(call.plan().bounds().waitAtMost(), tools.refusals()::waited);
        try {
            tools.later().execute(() -> site.resume(this::lookAgain));
        } catch (RuntimeException | Error refused) {
            settle(Outcome.JOINED, tools.refusals().of(RuntimeMessage.COLD_REJECTED, call.plan()));
        }
    }

    private void lookAgain() {
        try {
            await(tools.steps().again(call.later()));
        } catch (RenewalAstrayException astray) {
            settle(Outcome.JOINED, tools.refusals().of(RuntimeMessage.COLD_REJECTED, call.plan()));
        } catch (Throwable failure) {
            Interruption.restore(failure);
            settle(Outcome.COMPUTED, new Landing.Failure(failure));
        }
    }
}
