package dev.memoized.impl.engine;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Cold.Tools;
import dev.memoized.impl.flight.Chain;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.impl.log.Message;
import dev.memoized.spi.Entry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final Chain.@Nullable Link inside;
    private volatile Runnable forget = () -> {};

    ColdStage(Call call, Tools tools) {
        this.call = call;
        this.tools = tools;
        this.inside = tools.chain().current();
    }

    /**
     * The caller's copy of the stage that answers the call.
     *
     * @throws Throwable what the method threw on this thread
     */
    @Nullable
    Object answer() throws Throwable {
        while (true) {
            Step step = next();
            if (!(step.landing().getNow(null) instanceof Landing.Again)) {
                await(step);
                return copy;
            }
            long now = tools.time().nanos();
            Entry<Object> entry = call.store().read(call.key(), now);
            Verdict verdict = call.plan().limits().judge(entry, now);
            if (entry != null && verdict != Verdict.MISS) {
                return tools.answers().serve(call.plan(), Answers.outcome(verdict), entry, now);
            }
        }
    }

    private Step next() throws Throwable {
        try {
            return tools.steps().next(call);
        } catch (Throwable failure) {
            tools.answers().without(call.plan(), Outcome.FAILED);
            throw failure;
        }
    }

    private void await(Step step) {
        forget.run();
        if (step.outcome() == Outcome.JOINED && !step.landing().isDone()) {
            Duration left = call.plan().waitAtMost().minusNanos(tools.time().nanos() - call.began());
            forget = tools.time()
                    .after(left, () -> settle(Outcome.JOINED, tools.refusals().waited(call)));
        }
        step.landing().whenComplete((landing, never) -> settle(step.outcome(), landing));
    }

    private void settle(Outcome outcome, Landing landing) {
        if (landing instanceof Landing.Again) {
            again();
        } else if (settled.compareAndSet(false, true)) {
            forget.run();
            tools.chain().inside(inside, () -> complete(outcome, landing));
        }
    }

    private void complete(Outcome outcome, Landing landing) {
        if (landing instanceof Landing.Value value) {
            tools.answers().with(call.plan(), outcome, value.computedAt());
            copy.complete(value.value());
        } else if (landing instanceof Landing.Found found) {
            tools.answers().with(call.plan(), Outcome.FRESH, found.entry().computedAt());
            copy.complete(found.entry().value());
        } else if (landing instanceof Landing.Failure failure) {
            tools.answers().without(call.plan(), Outcome.FAILED);
            copy.completeExceptionally(failure.failure());
        } else if (landing instanceof Landing.Refused refused) {
            tools.answers().without(call.plan(), Outcome.REFUSED);
            copy.completeExceptionally(refused.refusal());
        }
    }

    private void again() {
        if (settled.get()) {
            return;
        }
        try {
            tools.later().execute(() -> tools.chain().inside(inside, this::lookAgain));
        } catch (RuntimeException | Error refused) {
            settle(Outcome.JOINED, tools.refusals().of(Message.COLD_REJECTED, call));
        }
    }

    private void lookAgain() {
        long now = tools.time().nanos();
        Entry<Object> entry = call.store().read(call.key(), now);
        Verdict verdict = call.plan().limits().judge(entry, now);
        if (entry != null && verdict != Verdict.MISS) {
            settle(Answers.outcome(verdict), new Landing.Value(entry.value(), entry.computedAt()));
            return;
        }
        try {
            await(tools.steps().next(call.later()));
        } catch (RenewalAstrayException astray) {
            settle(Outcome.JOINED, tools.refusals().of(Message.COLD_REJECTED, call));
        } catch (Throwable failure) {
            Interruption.restore(failure);
            settle(Outcome.COMPUTED, new Landing.Failure(failure));
        }
    }
}
