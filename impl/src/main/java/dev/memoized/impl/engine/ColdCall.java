package dev.memoized.impl.engine;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Cold.Tools;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.spi.Entry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One cold call of a method that returns the value itself: all of it happens on the caller's thread. */
final class ColdCall {
    private final Call call;
    private final Tools tools;

    ColdCall(Call call, Tools tools) {
        this.call = call;
        this.tools = tools;
    }

    @Nullable
    Object answer() throws Throwable {
        while (true) {
            Step step = next();
            Landing landing = await(step);
            if (landing instanceof Landing.Value value) {
                tools.answers().with(call.plan(), step.outcome(), value.computedAt());
                return value.value();
            }
            if (landing instanceof Landing.Found found) {
                return tools.answers()
                        .serve(
                                call.plan(),
                                Outcome.FRESH,
                                found.entry(),
                                tools.time().nanos());
            }
            if (landing instanceof Landing.Failure failure) {
                tools.answers().without(call.plan(), Outcome.FAILED);
                throw failure.failure();
            }
            if (landing instanceof Landing.Refused refused) {
                tools.answers().without(call.plan(), Outcome.REFUSED);
                throw refused.refusal();
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

    private Landing await(Step step) {
        if (step.landing().isDone()) {
            return step.landing().join();
        }
        Duration left = call.plan().waitAtMost().minusNanos(tools.time().nanos() - call.began());
        try {
            return tools.time().await(step.landing(), left)
                    ? step.landing().join()
                    : tools.refusals().waited(call);
        } catch (InterruptedException interrupted) {
            return tools.refusals().interrupted(call, interrupted);
        }
    }
}
